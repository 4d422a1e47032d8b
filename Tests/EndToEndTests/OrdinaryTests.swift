import Glibc
import Testing

/// A real program doing what such programs do all day.
struct Ordinary: CustomTestStringConvertible {
  let name: String
  /// Programs without which there is nothing to try.
  let needs: [String]
  /// For `bash -e`, in an empty directory of its own.
  let script: String

  var testDescription: String { name }

  /// Whether the machine has what it takes.
  var isPossible: Bool {
    needs.allSatisfy { program in
      Ordinary.searchPath.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }
  }

  /// The system's programs, and the Swift compiler's, wherever that is.
  static let searchPath: String = {
    let system = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let compiler = path.split(separator: ":").first { access("\($0)/swiftc", X_OK) == 0 }
    return compiler.map { "\(system):\($0)" } ?? system
  }()

  static let all: [Ordinary] = [
    Ordinary(
      name: "git", needs: ["git"],
      script: """
        export GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
        git init -q one; cd one; git config user.name a; git config user.email a@example.org
        for i in 1 2 3; do echo $i > f$i; git add f$i; git commit -qm $i; done
        git clone -q . ../two; cd ../two; git gc -q; git log --format=%H; git status --short
        """),
    Ordinary(
      name: "make -j2", needs: ["make", "gcc"],
      script: """
        for i in $(seq 8); do echo "int f$i(void) { return $i; }" > f$i.c; done
        echo 'int f1(void); int main(void) { return f1() - 1; }' > main.c
        printf 'app: $(patsubst %%.c,%%.o,$(wildcard *.c))\\n\\tgcc -o $@ $^\\n\\t./$@\\n' > Makefile
        make -s -j2; ./app; echo built $?
        """),
    Ordinary(
      name: "a Python test suite in a virtual environment", needs: ["python3"],
      script: """
        python3 -m venv env
        cat > test_all.py <<'END'
        import socket, subprocess, sys, tempfile, threading, unittest
        class All(unittest.TestCase):
            def test_process(self):
                done = subprocess.run([sys.executable, '-c', 'print(7)'], capture_output=True)
                self.assertEqual(done.stdout, b'7\\n')
            def test_shell(self):
                self.assertEqual(subprocess.call('exit 3', shell=True), 3)
            def test_threads(self):
                seen = []
                threads = [threading.Thread(target=seen.append, args=(i,)) for i in range(30)]
                [t.start() for t in threads]; [t.join() for t in threads]
                self.assertEqual(sorted(seen), list(range(30)))
            def test_files(self):
                with tempfile.NamedTemporaryFile() as file: file.write(b'x')
            def test_socket(self):
                server = socket.create_server(('127.0.0.1', 0))
                client = socket.create_connection(server.getsockname())
                peer, _ = server.accept(); peer.sendall(b'hi'); self.assertEqual(client.recv(2), b'hi')
        END
        env/bin/python -W ignore -m unittest -q test_all 2>&1 | grep -v ^Ran
        env/bin/python -m pip --version | cut -d' ' -f1
        """),
    Ordinary(
      name: "pip of an environment outside the project", needs: ["python3"],
      script: """
        there=$(mktemp -d); python3 -m venv $there/env; cd /; $there/env/bin/pip --version |
        cut -d' ' -f1; rm -rf $there
        """),
    Ordinary(
      name: "node", needs: ["node"],
      script: """
        node -e 'const c = require("child_process"); console.log(String(c.execSync("echo hi")));
        require("fs").writeFileSync("x", "y"); setTimeout(() => console.log("later"), 50)'
        """),
    Ordinary(
      name: "java", needs: ["java", "javac"],
      script: """
        echo 'class T { public static void main(String[] a) throws Exception {
          Thread t = new Thread(() -> System.out.println("thread")); t.start(); t.join(); } }' > T.java
        javac T.java; java T
        """),
    Ordinary(
      name: "curl and a local server", needs: ["curl", "python3"],
      script: """
        echo hello > page
        python3 -u -m http.server 0 --bind 127.0.0.1 > log 2>&1 & server=$!
        until port=$(sed -n 's/.*port \\([0-9]*\\).*/\\1/p' log) && [ -n "$port" ]; do sleep 0.1; done
        curl -s http://127.0.0.1:$port/page; curl -s http://localhost:$port/page
        kill $server; wait $server || echo "ended by $?"
        """),
    Ordinary(
      name: "a shell script with job control and traps", needs: ["bash"],
      script: """
        set -m; trap 'echo got USR1' USR1
        sleep 30 & kill -STOP %1; kill -CONT %1; kill %1; wait %1 || echo "job $?"
        kill -USR1 $$; (trap 'exit 4' TERM; kill -TERM $BASHPID; sleep 1) || echo "sub $?"
        for i in $(seq 50); do true & done; wait; echo {a,b}{1,2} | tr ' ' '\\n' | sort -r | head -2
        exec 3<> fifo.txt; echo x >&3; cat < <(echo substituted)
        """),
    Ordinary(
      name: "apt-get", needs: ["apt-get"], script: "apt-get -s install hostname > log; echo $?"),
    Ordinary(
      name: "archives and small tools", needs: ["tar", "find", "awk", "sed"],
      script: """
        mkdir -p a/b; seq 100 > a/b/c; tar czf a.tgz a; rm -r a; tar xzf a.tgz
        find . -name c -print0 | xargs -0 -P2 -n1 wc -l; awk '{ s += $1 } END { print s }' a/b/c
        install -m 755 a/b/c a/tool; cp -p a/tool a/copy; ln -s copy a/link; ls a
        """),
    Ordinary(
      name: "gcc and a program with threads", needs: ["gcc"],
      script: """
        cat > t.c <<'END'
        #include <pthread.h>
        #include <stdio.h>
        static void *run(void *p) { FILE *f = fopen("t.c", "r"); fclose(f); return p; }
        int main(void) { pthread_t t[40]; for (int i = 0; i < 40; i++) pthread_create(t + i, 0, run, 0);
          for (int i = 0; i < 40; i++) pthread_join(t[i], 0); puts("done"); return 9; }
        END
        gcc -pthread -o t t.c; ./t || echo $?
        """),
    Ordinary(
      name: "swiftc", needs: ["swiftc"],
      script: """
        echo 'print((1...4).map { $0 * $0 })' > main.swift; swiftc main.swift -o app; ./app
        """),
    Ordinary(
      name: "cargo", needs: ["cargo"],
      script: """
        export USER=a; cargo new -q --vcs none one; cd one
        printf '#[test]\nfn works() { assert!(std::process::Command::new("true").status().is_ok()); }\n' \
          >> src/main.rs
        cargo -q run; cargo -q test > /dev/null; echo tested $?
        """),
    Ordinary(
      name: "go", needs: ["go"],
      script: """
        export GOFLAGS=-mod=mod GOTOOLCHAIN=local; printf 'module one\ngo 1.19\n' > go.mod
        cat > main.go <<'END'
        package main
        import ("fmt"; "net"; "net/http"; "os/exec")
        func main() {
          l, _ := net.Listen("tcp", "127.0.0.1:0"); go http.Serve(l, nil)
          r, err := http.Get("http://" + l.Addr().String()); fmt.Println(r.StatusCode, err)
          out, _ := exec.Command("echo", "hi").Output(); fmt.Print(string(out))
        }
        END
        go build -o app .; ./app; go vet .; go run .
        """),
    Ordinary(
      name: "cmake", needs: ["cmake", "make", "gcc"],
      script: """
        printf 'cmake_minimum_required(VERSION 3.10)\nproject(x C)\nenable_testing()\n' > CMakeLists.txt
        printf 'add_executable(x x.c)\nadd_test(NAME x COMMAND x)\n' >> CMakeLists.txt
        echo 'int main(void) { return 0; }' > x.c
        cmake -S . -B b > log; cmake --build b > log; cd b; ctest > log; echo $?
        """),
    Ordinary(
      name: "redis", needs: ["redis-server", "redis-cli"],
      script: """
        redis-server --port 0 --unixsocket $PWD/s --save '' > log & server=$!
        until redis-cli -s s ping > /dev/null 2>&1; do sleep 0.1; done
        redis-cli -s s set a b; redis-cli -s s get a; redis-cli -s s shutdown nosave; wait $server
        echo ended $?
        """),
    Ordinary(
      name: "an exit by a signal", needs: ["bash"], script: "echo before; kill -TERM $$"),
    Ordinary(
      name: "perl", needs: ["perl"],
      script:
        #"perl -e 'for (1..5) { my $p = fork // die; exit $_ unless $p; wait; print $? >> 8, "\n" }'"#
    ),
  ]
}

extension EndToEnd {
  @Suite struct OrdinaryPrograms {
    /// What of P3 ordinary programs may raise: they do it, and others can take advantage of it.
    private static let bearable: Set<String> = [
      "process-shell-spawned", "file-insecure-temporary", "network-listens-everywhere",
      "process-daemonized",
    ]

    private func command(_ program: Ordinary, in scratch: Scratch) -> Command {
      var command = Command("bash", "-ec", program.script)
      command.directory = scratch.path
      command.timeout = 120
      command.environment.removeAll { $0.hasPrefix("PATH=") || $0.hasPrefix("HOME=") }
      command.environment += [
        "PATH=\(Ordinary.searchPath)", "HOME=\(scratch.path)", "TMPDIR=/var/tmp",
      ]
      return command
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: (Ordinary.all + Ordinary.further).filter(\.isPossible))
    func behaveAsEverAndRaiseNothing(_ program: Ordinary) throws {
      let scratches = (try Scratch(), try Scratch())
      defer { withExtendedLifetime(scratches) {} }
      let untraced = try command(program, in: scratches.0).run()
      let traced = try Traced(command(program, in: scratches.1), options: ["--fail-on", "P2"])
      #expect(traced.ran.text == untraced.text)
      // A shell that a program starts is worth a look (P3), and little else.
      let ids = traced.report.alertIDs.filter { !Self.bearable.contains($0) }
      #expect(ids.isEmpty, "\(traced.report.messages)")
      #expect(traced.report.alertIDs.count <= 2, "\(traced.report.messages)")
      #expect(traced.ran.end == untraced.end, "\(traced.ran.errorText)")
      #expect(!untraced.text.isEmpty)
    }

    /// The policy that has everything on is no flood: few kinds, and none of them told of more objects
    /// than can be read.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: (Ordinary.all + Ordinary.further).filter {
        $0.isPossible
          && ["make -j2", "cargo", "npm", "autoconf", "g++ and a shared library"].contains($0.name)
      })
    func areReadableWithEverythingOn(_ program: Ordinary) throws {
      let scratch = try Scratch()
      let traced = try Traced(
        command(program, in: scratch), options: ["-p", "max-alert", "--fail-on", "never"])
      let ids = traced.report.alertIDs
      #expect(!ids.isEmpty && ids.count <= 40, "\(traced.report.messages)")
      let kinds = Dictionary(grouping: ids, by: \.self)
      #expect(kinds.count <= 14 && kinds.allSatisfy { $0.value.count <= 12 }, "\(kinds)")
    }

    /// At least these are there wherever the suite is set up by its own script.
    @Test(arguments: ["git", "make", "gcc", "python3", "curl", "bash", "tar", "perl"])
    func theMachineHas(_ program: String) {
      let isThere = Ordinary.searchPath.split(separator: ":").contains {
        access("\($0)/\(program)", X_OK) == 0
      }
      #expect(isThere)
    }
  }
}
