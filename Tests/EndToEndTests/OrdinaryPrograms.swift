// More ordinary programs: what developers and their builds start all day.

extension Ordinary {
  static let further: [Ordinary] = [
    Ordinary(
      name: "ruby", needs: ["ruby"],
      script:
        #"ruby -e 'puts `echo hi`; Thread.new { puts 2 }.join; File.write("x", 1); require "json"; puts [1].to_json'"#
    ),
    Ordinary(
      name: "php", needs: ["php"],
      script:
        #"php -r 'echo shell_exec("echo hi"), json_encode([1]), "\n"; file_put_contents("x", "y");'"#
    ),
    Ordinary(
      name: "timeout, which sets PR_SET_DUMPABLE", needs: ["timeout"],
      script: "timeout 10 yes | head -1; timeout 10 sh -c 'exit 3' || echo $?"),
    Ordinary(
      name: "texts that speak of passwords", needs: ["sh"],
      script: "echo 'NOPASSWD:ALL'; echo 'passwd: files systemd'; echo '/etc/passwd: no such user'"),
    Ordinary(
      name: "lua", needs: ["lua5.4"],
      script:
        #"lua5.4 -e 'print(io.popen("echo hi"):read("a")); local f = io.open("x", "w"); f:write(1)'"#
    ),
    Ordinary(
      name: "tcl", needs: ["tclsh"], script: #"echo 'puts [exec echo hi]' > x.tcl; tclsh x.tcl"#),
    Ordinary(
      name: "awk, bc and jq", needs: ["awk", "bc", "jq"],
      script: #"awk 'BEGIN { print 6 * 7 }'; echo '2^64' | bc; echo '{"a": [1, 2]}' | jq -c .a"#),
    Ordinary(
      name: "sqlite3", needs: ["sqlite3"],
      script:
        "sqlite3 a.db 'create table t (x); insert into t values (1), (2); select sum(x) from t;'"),
    Ordinary(
      name: "ctypes and multiprocessing", needs: ["python3"],
      script: """
        cat > x.py <<'END'
        import asyncio, ctypes, multiprocessing, ssl, tempfile
        print(ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda x: x + 1)(2))
        async def run():
            process = await asyncio.create_subprocess_exec('echo', 'hi')
            await process.wait()
        if __name__ == '__main__':
            with multiprocessing.Pool(2) as pool: print(pool.map(abs, [-1, 2]))
            asyncio.run(run()); ssl.create_default_context(); tempfile.mkdtemp()
        END
        python3 x.py
        """),
    Ordinary(
      name: "openssl", needs: ["openssl"],
      script: """
        openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c -subj /CN=x -days 1 2> log
        openssl x509 -in c -noout -subject; echo hi | openssl dgst -sha256
        """),
    Ordinary(
      name: "ssh-keygen", needs: ["ssh-keygen"],
      script: "ssh-keygen -q -t ed25519 -N '' -f k; ssh-keygen -y -f k | cut -d' ' -f1; ls"),
    Ordinary(
      name: "gpg", needs: ["gpg", "gpgconf"],
      script: """
        export GNUPGHOME=$PWD/g; mkdir -m 700 g
        gpg -q --batch --passphrase '' --quick-gen-key a@example.org default default never 2> log
        echo hi | gpg -q -e -r a@example.org | gpg -q -d; gpgconf --kill all
        """),
    Ordinary(
      name: "rsync", needs: ["rsync"],
      script: "mkdir a; seq 9 > a/b; rsync -a a/ c; rsync -a --delete a/ c; cat c/b | wc -l"),
    Ordinary(
      name: "packers", needs: ["gzip", "bzip2", "xz", "zstd", "zip", "unzip", "cpio"],
      script: """
        seq 1000 > a; for p in gzip bzip2 xz 'zstd -q'; do $p -k a; done; rm a
        gunzip -k a.gz; rm a; xz -dk a.xz; zip -q b a; rm a; unzip -q b; ls; echo a | cpio -o 2> log | wc -c
        """),
    Ordinary(
      name: "a list of processes", needs: ["ps", "pgrep", "top"],
      script:
        "ps aux > a; test -s a; top -bn1 > b; pgrep -x nothing || echo none; uptime > c; id -u > d"
    ),
    Ordinary(
      name: "lsof and what is mounted", needs: ["lsof", "df"],
      script: "lsof -p $$ > a || true; df / > b; mount > c; findmnt / > d || true; echo done"),
    Ordinary(
      name: "network addresses", needs: ["ip", "ss"],
      script: "ip addr > a; ip route > b; ss -tln > c; getent hosts localhost > d; echo done"),
    Ordinary(
      name: "vim", needs: ["vim"],
      script: "vim -es -u NONE -c 'normal ihello' -c wq f.txt; cat f.txt"),
    Ordinary(
      name: "vim in a terminal", needs: ["vim", "script"],
      script: """
        script -qec "vim -u NONE -c 'normal ihello' -c wq f.txt" log > out; cat f.txt
        """),
    Ordinary(
      name: "less and man", needs: ["less", "man"],
      script:
        "seq 3 > a; less -F a; man -w true > b 2>&1 || true; script -qec 'less -FX a' log | tail -1"
    ),
    Ordinary(
      name: "diff and patch", needs: ["diff", "patch"],
      script: "seq 5 > a; seq 6 > b; diff -u a b > p || true; patch -s a < p; cmp a b && echo same"),
    Ordinary(
      name: "autoconf", needs: ["autoconf", "automake", "make", "gcc"],
      script: """
        printf 'AC_INIT([x],[1])\\nAM_INIT_AUTOMAKE([foreign])\\nAC_PROG_CC\\nAC_CONFIG_FILES([Makefile])\\nAC_OUTPUT\\n' > configure.ac
        printf 'bin_PROGRAMS = x\\nx_SOURCES = x.c\\n' > Makefile.am
        echo 'int main(void) { return 0; }' > x.c
        { autoreconf -i; ./configure --prefix=$PWD/p; make; make install; } > log 2>&1; p/bin/x; echo $?
        """),
    Ordinary(
      name: "ninja", needs: ["ninja", "gcc"],
      script: """
        printf 'rule cc\\n command = gcc -c $in -o $out\\nbuild a.o: cc a.c\\n' > build.ninja
        echo 'int a;' > a.c; ninja > log; ls a.o
        """),
    Ordinary(
      name: "g++ and a shared library", needs: ["g++"],
      script: """
        echo 'int f() { return 3; }' > f.cc; g++ -shared -fPIC -o libf.so f.cc
        printf '#include <iostream>\\nint f(); int main() { std::cout << f() << std::endl; }\\n' > m.cc
        g++ -o m m.cc -L. -lf -Wl,-rpath,'$ORIGIN'; ./m
        """),
    Ordinary(
      name: "sanitizers", needs: ["gcc"],
      script: """
        printf '#include <stdlib.h>\\nint main(void) { free(malloc(4)); return 0; }\\n' > a.c
        gcc -fsanitize=address,undefined a.c 2> log || { echo 0; exit 0; }
        ASAN_OPTIONS=detect_leaks=0 ./a.out; echo $?
        """),
    Ordinary(
      name: "valgrind", needs: ["valgrind", "gcc"],
      script: "echo 'int main(void) { return 0; }' > a.c; gcc -g a.c; valgrind -q ./a.out; echo $?"),
    Ordinary(
      name: "nginx on loopback", needs: ["nginx", "curl"],
      script: """
        mkdir -p logs html; echo hello > html/a
        cat > n.conf <<END
        daemon off; pid $PWD/pid; error_log $PWD/logs/e; events {}
        http { access_log off; client_body_temp_path $PWD/t1; proxy_temp_path $PWD/t2;
          fastcgi_temp_path $PWD/t3; uwsgi_temp_path $PWD/t4; scgi_temp_path $PWD/t5;
          server { listen 127.0.0.1:18089; root $PWD/html; } }
        END
        nginx -p $PWD -c n.conf -e logs/e & n=$!
        until curl -s http://127.0.0.1:18089/a; do sleep 0.1; done; kill -QUIT $n; wait $n; echo $?
        """),
    Ordinary(
      name: "wget", needs: ["wget", "python3"],
      script: """
        echo hello > page
        python3 -u -m http.server 0 --bind 127.0.0.1 > log 2>&1 & server=$!
        until port=$(sed -n 's/.*port \\([0-9]*\\).*/\\1/p' log) && [ -n "$port" ]; do sleep 0.1; done
        wget -qO- http://127.0.0.1:$port/page; kill $server; wait $server || true
        """),
    Ordinary(
      name: "tmux", needs: ["tmux"],
      script: """
        unset TMUX; tmux -L $$ -f /dev/null new-session -d 'echo hi > x; sleep 0.1'
        until [ -s x ]; do sleep 0.1; done; cat x; tmux -L $$ kill-server 2> log || true
        """),
    Ordinary(
      name: "a Debian package", needs: ["dpkg-deb"],
      script: """
        mkdir -p p/DEBIAN p/usr/share/x; echo hi > p/usr/share/x/y
        printf 'Package: x\\nVersion: 1\\nArchitecture: all\\nMaintainer: a\\nDescription: x\\n' > p/DEBIAN/control
        dpkg-deb -b --root-owner-group p x.deb > log; dpkg-deb -c x.deb | wc -l; dpkg -l > l; dpkg -S /bin/true
        """),
    Ordinary(
      name: "npm", needs: ["npm", "node"],
      script: """
        npm init -y > log 2>&1; npm pkg set scripts.test='echo tested' > log 2>&1; npm test 2> err | tail -1
        npm install --offline > log 2>&1; echo $?
        """),
    Ordinary(
      name: "git with submodules and hooks' samples", needs: ["git"],
      script: """
        export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=protocol.file.allow GIT_CONFIG_VALUE_0=always
        git init -q a; git -C a -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m x
        git init -q b; git -C b submodule --quiet add ../a; git -C b status --short; git -C b stash list
        """),
  ]
}
