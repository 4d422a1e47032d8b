// Written from Data/file.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let file = CatalogueText(
    name: "file.json",
    text: ###"""
{
  "category": "file",
  "alerts": [
    {
      "id": "file-ssh-key-read",
      "credential": "ssh",
      "title": "A private SSH key was read",
      "description": "A program other than SSH's own opened a private key for reading. Whoever has the key can log in wherever it is accepted and push to repositories in its owner's name, so that keys are the first thing that malicious packages collect.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. Public keys do not count; the attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not fd.name endswith .pub and not proc.program in ($programs)",
      "message": "%proc.program opened the private key %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": ["*/.ssh/id_*", "*/.ssh/identity", "*/.ssh/*.pem", "*/.ssh/*.key", "/etc/ssh/ssh_host_*_key"],
          "meaning": "Private keys, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "ssh", "ssh-add", "ssh-agent", "ssh-keygen", "ssh-keyscan", "ssh-keysign", "ssh-copy-id", "sshd", "sshd-session", "sshd-auth", "dbclient",
            "dropbear", "gnome-keyring-daemon"
          ],
          "meaning": "Programs whose task it is to read these files."
        }
      },
      "example": {
        "text": "jeIlyfish, with a capital I, and python3-dateutil imitated two popular Python libraries on PyPI; their hidden code looked for SSH and GPG keys on developers' machines and sent them away.",
        "date": "2019-12-01",
        "reference": "https://github.com/dateutil/dateutil/issues/984"
      },
      "remedy": "If you do not know why the program needs the key, treat the key as stolen: replace it everywhere it is accepted, then find the code that read it. Protect keys with a passphrase and let programs use an agent, or keep them on a hardware token. A tool of your own that speaks SSH belongs into programs or an exception.",
      "tags": { "attack": ["T1552.004"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a dependency reads the user's key",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.ssh/id_ed25519", "proc.program": "setup.py" }
        },
        {
          "name": "the attempt counts without permission",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/etc/ssh/ssh_host_rsa_key", "proc.program": "node" }
        },
        {
          "name": "a symbolic link is no way round it",
          "event": { "evt.type": "open", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/tmp/notes.txt", "/root/.ssh/id_rsa"], "proc.program": "cat" }
        },
        {
          "name": "a link that ends in .pub does not make it public",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/tmp/key.pub", "/root/.ssh/id_rsa"], "proc.program": "cat" }
        }
      ],
      "silentOn": [
        {
          "name": "ssh uses its key",
          "event": { "evt.type": "openat", "evt.rawres": 4, "evt.is_open_read": true, "fd.name": "/home/ann/.ssh/id_ed25519", "proc.program": "ssh" }
        },
        {
          "name": "the public half",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.ssh/id_ed25519.pub", "proc.program": "git" }
        },
        {
          "name": "known hosts",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.ssh/known_hosts", "proc.program": "app.py" }
        },
        {
          "name": "a new key is written",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": false, "evt.is_open_write": true, "fd.name": "/home/ann/.ssh/id_ed25519", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-cloud-credentials-read",
      "credential": "cloud",
      "title": "Cloud credentials were read",
      "description": "A program other than the clouds' own tools opened a file in which those keep access keys and tokens for reading. With its content anyone can act in the account from anywhere, usually with the full rights of the developer or of the build.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program in ($programs)",
      "message": "%proc.program opened the cloud credentials %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.aws/credentials", "*/.aws/sso/cache/*", "*/.aws/cli/cache/*", "*/.aws/login/cache/*", "*/.config/gcloud/credentials.db",
            "*/.config/gcloud/access_tokens.db", "*/.config/gcloud/application_default_credentials.json", "*/.config/gcloud/legacy_credentials/*",
            "*/.azure/accessTokens.json", "*/.azure/msal_token_cache.*", "*/.azure/service_principal_entries.*", "*/.oci/*.pem", "*/.aliyun/config.json",
            "*/.bluemix/config.json", "*/.config/doctl/config.yaml", "*/.config/hcloud/cli.toml", "*/.config/scw/config.yaml", "*/.config/linode-cli",
            "*/.terraform.d/credentials.tfrc.json"
          ],
          "meaning": "Files with access keys and tokens of clouds, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "aws", "aws-vault", "sam", "cdk", "eksctl", "aws-iam-authenticator", "docker-credential-ecr-login", "gcloud", "gcloud.py", "gsutil",
            "gsutil.py", "bq", "bq.py", "gke-gcloud-auth-plugin", "docker-credential-gcloud", "az", "azure.cli", "oci", "aliyun", "ibmcloud", "doctl",
            "hcloud", "scw", "linode-cli", "terraform", "tofu", "packer", "pulumi"
          ],
          "meaning": "Programs whose task it is to read these files."
        }
      },
      "example": {
        "text": "Releases 1.82.7 and 1.82.8 of litellm on PyPI, published from a hijacked account, collected AWS, Google Cloud and Azure credentials, SSH keys and Kubernetes secrets of every machine on which they ran and sent them to the attackers.",
        "date": "2026-03-24",
        "reference": "https://github.com/BerriAI/litellm/issues/24512"
      },
      "remedy": "Unless the program uses the cloud on your behalf, revoke the keys at once and look at the account's log for their use; then find the code that read the file. Prefer short-lived credentials to keys in files, and give builds roles of their own. An application that uses a cloud's SDK on purpose belongs into programs or an exception.",
      "tags": { "attack": ["T1552.001"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a dependency reads AWS keys",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.aws/credentials", "proc.program": "postinstall.js" }
        },
        {
          "name": "the attempt counts when there is no such file",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.config/gcloud/application_default_credentials.json", "proc.program": "app.py" }
        },
        {
          "name": "a path round the home directory",
          "event": { "evt.type": "openat2", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/proc/self/root/root/.azure/msal_token_cache.json", "/root/.azure/msal_token_cache.json"], "proc.program": "cat" }
        }
      ],
      "silentOn": [
        {
          "name": "the AWS command line reads its own file",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.aws/credentials", "proc.program": "aws" }
        },
        {
          "name": "the history of the AWS command line",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.aws/cli_history/history.db", "proc.program": "app.py" }
        },
        {
          "name": "a file of the project with a like name",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/aws/credentials", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-sensitive-read",
      "title": "A sensitive system file was read",
      "description": "A program opened a file for reading that holds password hashes, private keys or the rules of who may become root. Only the system's own programs for users and logins have business there. An application that does it may have been led there by a path that came from outside.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program in ($programs)",
      "message": "%proc.program opened %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/security/opasswd", "/etc/sudoers", "/etc/sudoers.d/*", "/etc/pam.d/*",
            "/etc/ssl/private/*", "/etc/pki/tls/private/*", "/etc/krb5.keytab", "/etc/wireguard/*"
          ],
          "meaning": "Sensitive files, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "passwd", "chpasswd", "chage", "chsh", "chfn", "gpasswd", "newusers", "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel",
            "adduser", "addgroup", "deluser", "delgroup", "vipw", "pwck", "grpck", "pwconv", "pwunconv", "grpconv", "grpunconv", "unix_chkpwd",
            "unix_update", "pam-auth-update", "login", "su", "runuser", "sudo", "visudo", "pkexec", "polkit-agent-helper-1", "sshd", "sshd-session",
            "sshd-auth", "cron", "crond", "atd", "systemd", "systemd-executor", "systemd-sysusers", "systemd-logind", "nscd", "sssd", "sssd_be", "wg",
            "wg-quick", "dpkg", "dpkg-preconfigure", "apt", "apt-get", "rpm", "dnf", "dnf5", "yum", "zypper", "apk", "make-ssl-cert", "nginx", "apache2",
            "httpd", "haproxy", "postgres", "mysqld", "mariadbd"
          ],
          "meaning": "Programs whose task it is to read these files."
        }
      },
      "example": {
        "text": "CVE-2024-24919: a path with .. in a request made Check Point's security gateways answer with any file of the system. It was exploited before there was a fix, to read the password hashes of local accounts.",
        "date": "2024-05",
        "reference": "https://nvd.nist.gov/vuln/detail/cve-2024-24919"
      },
      "remedy": "If the path came from a request, refuse names that leave the intended directory after they have been resolved (openat2 with RESOLVE_BENEATH does it in the kernel). Do not run the application as root, so that the kernel refuses the file. If a dependency did it, remove it and change the passwords of the machine.",
      "tags": { "attack": ["T1003.008"], "attackVersion": "18.1", "cwe": ["CWE-22", "CWE-552"] },
      "firesOn": [
        {
          "name": "an application reads the password hashes",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/etc/shadow", "proc.program": "app.py" }
        },
        {
          "name": "the attempt counts without permission",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/etc/shadow", "proc.program": "cat" }
        },
        {
          "name": "a path leaves its directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/srv/shop/public/../../../etc/sudoers", "/etc/sudoers"], "proc.program": "server.js" }
        }
      ],
      "silentOn": [
        {
          "name": "names of users are no secret",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/etc/passwd", "proc.program": "id" }
        },
        {
          "name": "passwd does its task",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/etc/shadow", "proc.program": "passwd" }
        },
        {
          "name": "only looked at, not opened for reading",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": false, "fd.name": "/etc/shadow", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-write-system-binary",
      "title": "A system program was changed",
      "description": "A file in a directory of the system's programs was written, replaced, linked or removed by something else than the package manager. Everybody who calls that program from now on, root included, runs what was put there; and the next update may undo or trip over it.",
      "trigger": "Below one of the directories, a file is opened for writing, renamed, linked, truncated or removed with success, by another program than those named. /usr/local is left out, since make install there is ordinary.",
      "condition": "((evt.is_open_write = true and fd.name pmatch ($directories)) or (evt.type in (rename, renameat, renameat2) and (fs.path.source pmatch ($directories) or fs.path.target pmatch ($directories))) or (evt.type in (link, linkat, symlink, symlinkat) and fs.path.target pmatch ($directories)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name pmatch ($directories))) and not proc.program in ($programs) and evt.failed = false",
      "message": "%proc.program changed the system's programs: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/libexec"],
          "meaning": "Directories of the system's programs."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm",
            "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd"
          ],
          "meaning": "Programs whose task it is to install software."
        }
      },
      "example": {
        "text": "CVE-2019-5736: a malicious container could open runc, the host's program that starts containers, through /proc/self/exe for writing and replace it, so that the next start of any container ran the attacker's code as root on the host.",
        "date": "2019-02-11",
        "reference": "https://kubernetes.io/blog/2019/02/11/runc-and-cve-2019-5736/"
      },
      "remedy": "Compare the file with its package (dpkg --verify, rpm -V) and reinstall the package if it differs. Install your own programs below /usr/local or a home directory, or as a package, and do not run builds and tests as root.",
      "tags": { "attack": ["T1554"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a program is overwritten",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": ["/bin/ls", "/usr/bin/ls"], "proc.program": "app.py" }
        },
        {
          "name": "a program is replaced by renaming",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/tmp/new", "fs.path.target": "/usr/bin/sudo", "fd.name": "/usr/bin/sudo", "proc.program": "mv" }
        },
        {
          "name": "a link is put among the system's programs",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/opt/x", "fs.path.target": "/usr/sbin/x", "fd.name": "/usr/sbin/x", "proc.program": "ln" }
        },
        {
          "name": "a program is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/bin/tool", "fd.name": "/usr/bin/tool", "proc.program": "rm" }
        }
      ],
      "silentOn": [
        {
          "name": "the package manager installs",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/bin/ls.dpkg-new", "fs.path.target": "/usr/bin/ls", "proc.program": "dpkg" }
        },
        {
          "name": "make install below /usr/local",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/usr/local/bin/tool", "proc.program": "install" }
        },
        {
          "name": "the attempt of an ordinary user fails",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_write": true, "fd.name": "/usr/bin/ls", "proc.program": "app.py" }
        },
        {
          "name": "a link to a system program",
          "event": { "evt.type": "symlink", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/bin/python3", "fs.path.target": "/srv/shop/venv/bin/python", "proc.program": "venv" }
        },
        {
          "name": "a directory whose name merely begins so",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/usr/binaries/x", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-setuid-bit-set",
      "title": "A file was made set-user-id or set-group-id",
      "description": "A file got the bit by which everybody who executes it acts as its owner or group. On a file of root's this is a door to root for every user of the machine; installers of attackers leave one to come back, and builds that set it by mistake ship one.",
      "trigger": "A regular file's mode is set with S_ISUID or S_ISGID, or a file is created with one of them, with success, by another program than those named. On directories S_ISGID has another, harmless meaning and does not count.",
      "condition": "((evt.type in (chmod, fchmod, fchmodat, fchmodat2) and file.is_regular = true) or evt.is_open_create = true or evt.type in (mknod, mknodat)) and (evt.arg.mode contains S_ISUID or evt.arg.mode contains S_ISGID) and not proc.program in ($programs) and evt.failed = false",
      "message": "%proc.program set the mode of %fd.name to %evt.arg.mode",
      "object": "%fd.name",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-statoverride", "apt", "apt-get", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd"
          ],
          "meaning": "Programs whose task it is to install software."
        }
      },
      "example": {
        "text": "CVE-2016-10156: systemd 228 created the stamp files of its timers with all mode bits set, world-writable and set-user-id root; any local user could put a program into one and become root.",
        "date": "2017-01-23",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-10156"
      },
      "remedy": "Remove the bit (chmod u-s,g-s FILE). Where more rights are really needed, give the program a single capability, a service to talk to or a rule in sudoers instead. If the bit comes from copying or unpacking, do that without keeping modes.",
      "tags": { "attack": ["T1548.001"], "attackVersion": "18.1", "cwe": ["CWE-732"] },
      "firesOn": [
        {
          "name": "chmod u+s on a program",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_ISUID|S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "file.is_regular": true, "fd.name": "/tmp/rootsh", "proc.program": "chmod" }
        },
        {
          "name": "an open file is made set-group-id",
          "event": { "evt.type": "fchmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_ISGID|S_IRUSR|S_IXUSR", "file.is_regular": true, "fd.name": "/opt/tool", "proc.program": "tar" }
        },
        {
          "name": "a file is created so",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_create": true, "evt.arg.mode": "S_ISUID|S_IRUSR|S_IWUSR|S_IXUSR", "fd.name": "/tmp/rootsh", "proc.program": "app.py" }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary mode",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "file.is_regular": true, "fd.name": "/srv/shop/run.sh", "proc.program": "chmod" }
        },
        {
          "name": "a directory that hands its group on, as of a shared repository",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_ISGID|S_IRUSR|S_IWUSR|S_IXUSR", "file.is_regular": false, "fd.name": "/srv/git/shop.git", "proc.program": "git" }
        },
        {
          "name": "the attempt on another's file fails",
          "event": { "evt.type": "fchmodat", "evt.rawres": -1, "evt.failed": true, "evt.arg.mode": "S_ISUID|S_IXUSR", "file.is_regular": true, "fd.name": "/usr/bin/bash", "proc.program": "chmod" }
        },
        {
          "name": "the package manager installs sudo",
          "event": { "evt.type": "fchmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_ISUID|S_IRUSR|S_IXUSR", "file.is_regular": true, "fd.name": "/usr/bin/sudo.dpkg-new", "proc.program": "dpkg" }
        },
        {
          "name": "a mode without meaning in a call that creates nothing",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_create": false, "evt.arg.mode": "S_ISUID", "fd.name": "/etc/hosts", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-persistence",
      "title": "Something was set up to be run again later",
      "description": "A file was changed that the system, a login, an interpreter or version control will run by itself: a timer, a service, a start-up file, a key that may log in. Attackers write there to come back; a build has no reason to.",
      "trigger": "One of the files is opened for writing, or a name there is made by renaming or linking. Package managers and the tools whose file it is do not count, and neither do the sample hooks of a new repository.",
      "condition": "((evt.is_open_write = true and fd.name glob anyof ($paths) and not fd.name endswith .sample) or (evt.type in (rename, renameat, renameat2, link, linkat, symlink, symlinkat) and fs.path.target glob anyof ($paths) and not fs.path.target endswith .sample)) and not proc.program in ($programs) and evt.failed = false",
      "message": "%proc.program wrote %fd.name, which will be run by itself later",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/etc/cron*", "/var/spool/cron/*", "/etc/anacrontab", "/etc/systemd/system/*", "/etc/systemd/user/*", "/lib/systemd/system/*",
            "/usr/lib/systemd/*", "/run/systemd/system/*", "*/.config/systemd/user/*", "/etc/init.d/*", "/etc/rc*.d/*", "/etc/rc.local", "/etc/inittab",
            "/etc/profile", "/etc/profile.d/*", "/etc/bash.bashrc", "/etc/zsh/*", "/etc/environment", "*/.bashrc", "*/.bash_profile", "*/.bash_login",
            "*/.bash_logout", "*/.profile", "*/.zshrc", "*/.zshenv", "*/.zprofile", "*/.zlogin", "*/.kshrc", "*/.config/fish/config.fish",
            "*/.ssh/authorized_keys", "*/.ssh/authorized_keys2", "*/.ssh/rc", "/etc/pam.d/*", "/etc/sudoers", "/etc/sudoers.d/*", "/etc/udev/rules.d/*",
            "/lib/udev/rules.d/*", "/etc/xdg/autostart/*", "*/.config/autostart/*", "/etc/ld.so.preload", "*/site-packages/*.pth",
            "*/dist-packages/*.pth", "*/site-packages/sitecustomize.py", "*/site-packages/usercustomize.py", "*/dist-packages/sitecustomize.py",
            "/etc/python3*/sitecustomize.py", "*/.git/hooks/*", "/etc/update-motd.d/*", "/etc/apt/apt.conf.d/*"
          ],
          "meaning": "Files that are run by themselves, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "apk", "apt", "apt-get", "aptitude", "chezmoi", "conda", "crontab", "deb-systemd-helper", "dnf", "dnf5", "dpkg", "dpkg-deb", "dpkg-divert",
            "dpkg-statoverride", "ensurepip", "git", "hatch", "husky", "lefthook", "mamba", "microdnf", "micromamba", "pacman", "pdm", "pip", "pip3",
            "poetry", "pre-commit", "rpm", "snapd", "stow", "systemctl", "unattended-upgrade", "update-alternatives", "update-rc.d", "useradd", "uv",
            "venv", "virtualenv", "visudo", "yum", "zypper"
          ],
          "meaning": "Package managers, and the programs whose files these are."
        }
      },
      "example": {
        "text": "TeamTNT's worm adds the group's key to root's authorized_keys and itself to cron on the machines and containers that it takes over, so that it survives being found.",
        "date": "2020-08",
        "reference": "https://attack.mitre.org/groups/G0139/"
      },
      "remedy": "Look at what was written and remove it; then find out which code did it by the process's ancestors. If a dependency's install script did, remove the dependency. A tool of your own that installs hooks or services belongs into the list of programs.",
      "tags": { "attack": ["T1543", "T1053.003", "T1546.004", "T1098.004"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a key that may log in",
          "event": { "evt.type": "openat", "evt.is_open_write": true, "evt.failed": false, "fd.name": "/root/.ssh/authorized_keys", "proc.program": "setup.py" }
        },
        {
          "name": "a service by renaming",
          "event": { "evt.type": "rename", "evt.failed": false, "fs.path.target": "/etc/systemd/system/x.service", "fd.name": "/etc/systemd/system/x.service", "proc.program": "app" }
        },
        {
          "name": "a git hook",
          "event": { "evt.type": "openat", "evt.is_open_write": true, "evt.failed": false, "fd.name": [".git/hooks/post-checkout", "/srv/x/.git/hooks/post-checkout"], "proc.program": "postinstall.js" }
        }
      ],
      "silentOn": [
        {
          "name": "the sample hooks of git init",
          "event": { "evt.type": "openat", "evt.is_open_write": true, "evt.failed": false, "fd.name": "/srv/x/.git/hooks/update.sample", "proc.program": "cp" }
        },
        {
          "name": "a package is installed",
          "event": { "evt.type": "openat", "evt.is_open_write": true, "evt.failed": false, "fd.name": "/etc/cron.d/x", "proc.program": "dpkg" }
        },
        {
          "name": "a start-up file is read",
          "event": { "evt.type": "openat", "evt.is_open_write": false, "evt.failed": false, "fd.name": "/root/.bashrc", "proc.program": "bash" }
        },
        {
          "name": "pip's own path file",
          "event": { "evt.type": "openat", "evt.is_open_write": true, "evt.failed": false, "fd.name": "/srv/env/lib/python3.11/site-packages/distutils-precedence.pth", "proc.program": "pip" }
        }
      ]
    },
    {
      "id": "file-container-credentials-read",
      "credential": "container",
      "title": "Credentials for containers and clusters were read",
      "description": "A program other than the container and cluster tools opened a file for reading in which those keep passwords of registries or keys to Kubernetes clusters. Whoever has it can replace images that others will run, or act in the cluster with the rights of the developer.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the container credentials %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.docker/config.json", "*/.dockercfg", "*/.config/containers/auth.json", "/run/user/*/containers/auth.json", "/run/containers/*/auth.json",
            "/var/lib/kubelet/config.json", "*/.kube/config", "*/.kube/cache/oidc-login/*", "/etc/kubernetes/*.conf", "/etc/kubernetes/pki/*.key",
            "/etc/rancher/k3s/k3s.yaml", "*/.config/helm/registry/config.json", "*/.config/helm/repositories.yaml", "*/.config/argocd/config",
            "*/.argocd/config"
          ],
          "meaning": "Files with passwords of registries and keys to clusters, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "docker", "docker-*", "dockerd", "buildx", "buildkitd", "compose", "podman", "podman-*", "buildah", "skopeo", "nerdctl", "crane", "oras",
            "regctl", "cosign", "ko", "executor", "kubectl", "kubectl-*", "kubectx", "kubens", "k9s", "helm", "helm-*", "helmfile", "oc", "argocd",
            "flux", "istioctl", "linkerd", "cilium", "stern", "velero", "kubeadm", "kubelet", "kube-apiserver", "kube-controller-manager",
            "kube-scheduler", "kind", "k3d", "k3s", "rke2", "minikube", "skaffold", "tilt", "act", "eksctl", "aws", "gcloud.py",
            "gke-gcloud-auth-plugin", "azure.cli", "doctl", "terraform", "tofu", "terraform-provider-*", "pulumi", "pulumi-resource-*", "trivy", "syft",
            "grype"
          ],
          "meaning": "Programs whose task it is to read these files, as patterns."
        }
      },
      "example": {
        "text": "The TeamTNT botnet, until then known for stealing AWS keys from hacked servers, began to collect the Docker credentials it found there as well, to get into further container platforms.",
        "date": "2021-01-08",
        "reference": "https://www.zdnet.com/article/a-crypto-mining-botnet-is-now-stealing-docker-and-aws-credentials/"
      },
      "remedy": "If you do not know why the program needs the file, log out of the registry and revoke its token, renew the cluster's user or service account, and find the code that read it. Keep registry passwords in a credential helper instead of the file, and give builds tokens that can only do what they need. A tool of your own that pulls images or talks to the cluster belongs into programs or an exception.",
      "tags": { "attack": ["T1552.001"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a dependency reads the registry's password",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.docker/config.json", "proc.program": "postinstall.js" }
        },
        {
          "name": "the attempt counts when there is no such file",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.kube/config", "proc.program": "setup.py" }
        },
        {
          "name": "a link to the cluster's administrator",
          "event": { "evt.type": "open", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/tmp/conf", "/etc/kubernetes/admin.conf"], "proc.program": "cat" }
        }
      ],
      "silentOn": [
        {
          "name": "docker reads its own file",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.docker/config.json", "proc.program": "docker" }
        },
        {
          "name": "a credential helper of docker",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.docker/config.json", "proc.program": "docker-credential-pass" }
        },
        {
          "name": "the list of contexts, which holds no secret",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.docker/contexts/meta/1/meta.json", "proc.program": "app.py" }
        },
        {
          "name": "an application's own file with a like name",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/docker/config.json", "proc.program": "server.js" }
        },
        {
          "name": "kubectl's file is written",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "fd.name": "/home/ann/.kube/config", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-package-token-read",
      "credential": "package",
      "title": "A token for publishing packages was read",
      "description": "A program other than the package managers opened a file for reading in which those keep tokens and passwords of package registries. Such a token lets anyone publish new versions in its owner's name, and that is how worms get from one package to the next.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. Files that the project's version control tracks do not count, since a project's own .npmrc holds settings. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not file.is_tracked = true and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the package registry's token %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.npmrc", "*/.yarnrc.yml", "*/.yarnrc", "*/.config/pnpm/auth.ini", "*/.pypirc", "*/.config/pypoetry/auth.toml",
            "*/.local/share/uv/credentials/*", "*/.cargo/credentials", "*/.cargo/credentials.toml", "*/.gem/credentials",
            "*/.local/share/gem/credentials", "*/.m2/settings.xml", "*/.m2/settings-security.xml", "*/.gradle/gradle.properties", "*/.ivy2/.credentials",
            "*/.sbt/.credentials", "*/.nuget/NuGet/NuGet.Config", "*/.config/NuGet/NuGet.Config", "*/.composer/auth.json",
            "*/.config/composer/auth.json", "*/.hex/hex.config", "*/.config/hex/hex.config", "*/.config/dart/pub-credentials.json",
            "*/.config/dart/pub-tokens.json"
          ],
          "meaning": "Files with tokens and passwords of package registries, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "npm", "npm-cli.js", "npx", "npx-cli.js", "yarn", "yarn.js", "yarn-*.cjs", "yarnpkg", "pnpm", "pnpm.cjs", "pnpm.mjs", "pnpx", "corepack",
            "corepack.js", "bun", "bunx", "deno", "node-gyp", "node-gyp.js", "ncu", "npm-check-updates", "semantic-release", "release-it", "lerna",
            "changeset", "verdaccio", "twine", "pip", "pip3", "__pip-runner__.py", "uv", "poetry", "pdm", "hatch", "flit", "pipenv", "cargo", "cargo-*",
            "gem", "bundle", "bundler", "rake", "mvn", "mvnd", "gradle", "gradlew", "gradle-wrapper.jar",
            "org.codehaus.plexus.classworlds.launcher.Launcher", "org.apache.maven.wrapper.MavenWrapperMain", "org.gradle.*", "sbt", "sbt-launch.jar",
            "xsbt.boot.Boot", "coursier", "cs", "dotnet", "dotnet-*", "nuget", "nuget.exe", "composer", "composer.phar", "mix", "rebar3", "beam.smp",
            "dart", "flutter", "pub", "git", "git-*", "docker", "docker-buildx", "buildah", "podman", "renovate"
          ],
          "meaning": "Package managers, and programs that pack up whole projects, as patterns."
        }
      },
      "example": {
        "text": "eslint-scope 3.7.2, published with a stolen password, read the .npmrc of everybody who installed it and sent the npm tokens in it to the attacker; npm thereupon revoked all tokens issued before.",
        "date": "2018-07-12",
        "reference": "https://eslint.org/blog/2018/07/postmortem-for-malicious-package-publishes/"
      },
      "remedy": "Unless you know the program, revoke the token at the registry, look whether versions were published that nobody made, and find the code that read the file. Use tokens that are short-lived and only good for one package, publish by the registry's trusted publishing instead of a stored token, and require a second factor. A tool of your own that publishes belongs into programs or an exception.",
      "tags": { "attack": ["T1552.001", "T1195.002"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "an install script reads npm's token",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.npmrc", "proc.program": "postinstall.js" }
        },
        {
          "name": "a test reads the password for PyPI without permission",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.pypirc", "proc.program": "conftest.py" }
        },
        {
          "name": "a path round the home directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/proc/self/cwd/../.cargo/credentials.toml", "/home/ann/.cargo/credentials.toml"], "proc.program": "build-script-build" }
        }
      ],
      "silentOn": [
        {
          "name": "npm reads its own file",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.npmrc", "proc.program": "npm" }
        },
        {
          "name": "npm's own script by its path",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.npmrc", "proc.program": "npm-cli.js" }
        },
        {
          "name": "Maven reads its settings",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.m2/settings.xml", "proc.program": "org.codehaus.plexus.classworlds.launcher.Launcher" }
        },
        {
          "name": "a formatter reads the project's settings",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/.yarnrc.yml", "proc.program": "prettier", "file.is_tracked": true }
        },
        {
          "name": "cargo's settings, which hold no token",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.cargo/config.toml", "proc.program": "build-script-build" }
        }
      ]
    },
    {
      "id": "file-git-credentials-read",
      "credential": "git",
      "title": "Stored passwords of Git servers were read",
      "description": "A program other than Git and its helpers opened a file for reading in which passwords or tokens for GitHub, GitLab and other servers are stored as plain text. With them anyone can read private repositories and push changes in the owner's name.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the stored passwords %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.git-credentials", "*/.config/git/credentials", "*/.netrc", "*/.config/gh/hosts.yml", "*/.config/glab-cli/config.yml", "*/.config/hub",
            "*/.config/tea/config.yml", "*/.config/github-copilot/apps.json", "*/.config/github-copilot/hosts.json"
          ],
          "meaning": "Files with passwords and tokens of Git servers, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "git", "git-*", "gh", "gh-*", "glab", "hub", "tea", "hg", "jj", "scalar", "curl", "wget", "wget2", "aria2c", "ftp", "lftp", "http", "https",
            "httpie", "heroku", "fetchmail", "offlineimap", "go", "swift-package", "swift-build", "swift-test", "swift-run", "cmake", "bazel",
            "bazelisk", "nix", "nix-*", "terraform", "tofu", "pip", "pip3", "__pip-runner__.py", "twine", "uv", "poetry", "pdm", "pipenv", "conda",
            "mamba", "micromamba", "copilot-language-server", "language-server.js"
          ],
          "meaning": "Programs whose task it is to read these files, as patterns."
        }
      },
      "example": {
        "text": "A script that thieves of cloud credentials ran on hacked servers searched them for a list of file names, among them .git-credentials and .netrc, and sent what it found away.",
        "date": "2023-07-13",
        "reference": "https://www.sentinelone.com/labs/cloudy-with-a-chance-of-credentials-aws-targeting-cred-stealer-expands-to-azure-gcp/"
      },
      "remedy": "Unless you know why the program needs it, revoke the tokens in the file, look at the server's log for pushes and clones that nobody made, and find the code that read it. Let Git keep passwords in the desktop's keyring or use keys with an agent, and give builds tokens for one repository. Programs that rightly take passwords from .netrc, as those that use Python's requests do, belong into programs or an exception.",
      "tags": { "attack": ["T1552.001"], "attackVersion": "18.1", "cwe": ["CWE-522", "CWE-256"] },
      "firesOn": [
        {
          "name": "a dependency reads Git's passwords",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.git-credentials", "proc.program": "setup.py" }
        },
        {
          "name": "the attempt counts when there is no such file",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.config/gh/hosts.yml", "proc.program": "postinstall.js" }
        },
        {
          "name": "a link to .netrc",
          "event": { "evt.type": "open", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/tmp/x", "/root/.netrc"], "proc.program": "cat" }
        }
      ],
      "silentOn": [
        {
          "name": "Git's own helper reads them",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.git-credentials", "proc.program": "git-credential-store" }
        },
        {
          "name": "curl looks a password up",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.netrc", "proc.program": "curl" }
        },
        {
          "name": "Git's settings",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.gitconfig", "proc.program": "app.py" }
        },
        {
          "name": "the settings of the GitHub command line",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.config/gh/config.yml", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-browser-data-read",
      "credential": "browser",
      "title": "Passwords or cookies of a browser were read",
      "description": "A program other than the browser opened the file for reading in which it keeps passwords, cookies or the key that protects them. Cookies of a session open an account without password and second factor, which makes them worth as much as the passwords.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the browser's %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*mozilla/firefox/*/logins.json", "*mozilla/firefox/*/key4.db", "*mozilla/firefox/*/key3.db", "*mozilla/firefox/*/cookies.sqlite",
            "*/.thunderbird/*/logins.json", "*/.thunderbird/*/key4.db", "*/.thunderbird/*/key3.db", "*/.thunderbird/*/cookies.sqlite",
            "*/.librewolf/*/logins.json", "*/.librewolf/*/key4.db", "*/.librewolf/*/key3.db", "*/.librewolf/*/cookies.sqlite",
            "*/.config/google-chrome*/*Login Data*", "*/.config/google-chrome*/*Cookies*", "*/.config/google-chrome*/Local State",
            "*/config/google-chrome*/*Login Data*", "*/config/google-chrome*/*Cookies*", "*/config/google-chrome*/Local State",
            "*/.config/chromium/*Login Data*", "*/.config/chromium/*Cookies*", "*/.config/chromium/Local State",
            "*/chromium/common/chromium/*Login Data*", "*/chromium/common/chromium/*Cookies*", "*/chromium/common/chromium/Local State",
            "*/BraveSoftware/*/*Login Data*", "*/BraveSoftware/*/*Cookies*", "*/BraveSoftware/*/Local State", "*/.config/microsoft-edge*/*Login Data*",
            "*/.config/microsoft-edge*/*Cookies*", "*/.config/microsoft-edge*/Local State", "*/.config/opera*/*Login Data*",
            "*/.config/opera*/*Cookies*", "*/.config/opera*/Local State", "*/.config/vivaldi/*Login Data*", "*/.config/vivaldi/*Cookies*",
            "*/.config/vivaldi/Local State"
          ],
          "meaning": "Files with passwords, cookies and keys of browsers, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "firefox", "firefox-*", "librewolf", "thunderbird", "thunderbird-*", "chrome", "google-chrome*", "chromium", "chromium-*", "headless_shell",
            "brave", "brave-*", "msedge", "microsoft-edge*", "opera", "opera-*", "vivaldi", "vivaldi-*"
          ],
          "meaning": "The browsers themselves, as patterns."
        }
      },
      "example": {
        "text": "Pretended recruiters made developers run npm packages with the BeaverTail malware, which took the passwords and credit cards stored in browsers and then loaded a backdoor.",
        "date": "2023-11-21",
        "reference": "https://unit42.paloaltonetworks.com/two-campaigns-by-north-korea-bad-actors-target-job-hunters/"
      },
      "remedy": "Unless you meant the program to read it, log out of all sessions on the sites that matter, change the passwords that the browser had stored from a clean machine, and find the code that read the file. Keep passwords in a password manager that asks before it gives one away, and run unknown projects in a container or under another user. A backup or migration tool of your own belongs into programs or an exception.",
      "tags": { "attack": ["T1555.003", "T1539"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a package reads the passwords of Chrome",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.config/google-chrome/Default/Login Data", "proc.program": "index.js" }
        },
        {
          "name": "the key of Firefox's passwords",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.mozilla/firefox/x1y2.default-release/key4.db", "proc.program": "setup.py" }
        },
        {
          "name": "the attempt counts when there is no such browser",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.config/BraveSoftware/Brave-Browser/Local State", "proc.program": "app.py" }
        }
      ],
      "silentOn": [
        {
          "name": "Firefox reads its own cookies",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.mozilla/firefox/x1y2.default-release/cookies.sqlite", "proc.program": "firefox" }
        },
        {
          "name": "the list of Firefox's profiles",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.mozilla/firefox/profiles.ini", "proc.program": "geckodriver" }
        },
        {
          "name": "the profile of a test's own browser",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/tmp/puppeteer_dev_chrome_profile-a1/Default/Cookies", "proc.program": "app.js" }
        },
        {
          "name": "Chromium's preferences",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.config/chromium/Default/Preferences", "proc.program": "chromedriver" }
        }
      ]
    },
    {
      "id": "file-wallet-read",
      "credential": "wallet",
      "title": "A cryptocurrency wallet was read",
      "description": "A program other than the wallet's own opened a file for reading that holds its keys. Who has them can move the money at once, and nobody can bring it back; malicious packages and fake job interviews look for them first.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the wallet %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/wallet.dat", "*/.bitcoin/wallets/*", "*/.electrum/wallets/*", "*/.electrum-ltc/wallets/*", "*/.config/Exodus/exodus.wallet/*",
            "*/.config/atomic/Local Storage/*", "*/.config/Ledger Live/app.json", "*/.ethereum/keystore/*", "*/.local/share/io.parity.ethereum/keys/*",
            "*/.foundry/keystores/*", "*/.brownie/accounts/*", "*/.config/solana/*.json", "*/.near-credentials/*", "*/.sui/sui_config/sui.keystore",
            "*/.aptos/config.yaml", "*/Monero/wallets/*", "*/Local Extension Settings/nkbihfbeogaeaoehlefnkodbefgpgknn/*",
            "*/Local Extension Settings/bfnaelmomeimhlpmgjnjophhpkkoljpa/*", "*/Local Extension Settings/hnfanknocfeofbddgcijnmhnfnkdnaad/*",
            "*/Local Extension Settings/egjidjbpglichdcondbcbdnbeeppgdph/*"
          ],
          "meaning": "Files with keys of wallets, as patterns; those of browser extensions by the extension's identifier."
        },
        "programs": {
          "type": "programs",
          "default": [
            "bitcoind", "bitcoin-*", "litecoind", "litecoin-*", "dogecoind", "dogecoin-*", "dashd", "dash-qt", "zcashd", "electrum", "electrum-ltc",
            "exodus", "Exodus", "atomic", "ledger-live-desktop", "geth", "clef", "parity", "openethereum", "forge", "cast", "brownie", "solana",
            "solana-*", "spl-token", "anchor", "near", "near-cli", "sui", "aptos", "monero-*", "monerod", "chrome", "google-chrome*", "chromium",
            "chromium-*", "brave", "brave-*", "msedge", "microsoft-edge*", "opera", "opera-*", "vivaldi", "vivaldi-*"
          ],
          "meaning": "The wallets themselves and the browsers that hold some, as patterns."
        }
      },
      "example": {
        "text": "Malicious versions of the build tool Nx on npm had the AI assistants installed on a developer's machine list the files of wallets such as keystores, Electrum, Exodus and MetaMask, and published what they found on GitHub.",
        "date": "2025-08-26",
        "reference": "https://github.com/nrwl/nx/issues/32522"
      },
      "remedy": "Unless you know the program, move the money to a new wallet whose keys were made on another machine, and do it now; then find the code that read the file. Keep keys that matter on a hardware wallet, and do not build or test unknown code under the user that owns a wallet. A tool of your own that signs transactions belongs into programs or an exception.",
      "tags": { "attack": ["T1005", "T1657"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a dependency reads Bitcoin's wallet",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.bitcoin/wallet.dat", "proc.program": "postinstall.js" }
        },
        {
          "name": "a key of Solana",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.config/solana/id.json", "proc.program": "setup.py" }
        },
        {
          "name": "the attempt counts when there is no MetaMask",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/home/ann/.config/google-chrome/Default/Local Extension Settings/nkbihfbeogaeaoehlefnkodbefgpgknn/000003.log", "proc.program": "index.js" }
        }
      ],
      "silentOn": [
        {
          "name": "the node reads its own wallet",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.bitcoin/wallet.dat", "proc.program": "bitcoind" }
        },
        {
          "name": "the node's settings",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.bitcoin/bitcoin.conf", "proc.program": "app.py" }
        },
        {
          "name": "a keystore among a project's test data",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/test/keystore/key.json", "proc.program": "jest.js" }
        },
        {
          "name": "the storage of another extension",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/.config/google-chrome/Default/Local Extension Settings/abcdefghijklmnopabcdefghijklmnop/000003.log", "proc.program": "app.js" }
        }
      ]
    },
    {
      "id": "file-cloud-native-token-read",
      "credential": "cloud-native",
      "title": "The token of a Kubernetes service account was read",
      "description": "A program opened the token for reading that Kubernetes gives to a container. With it, one can call the cluster's interface, or the cloud's, in the name of the workload; an application that was broken into is mostly left through it.",
      "trigger": "A file that matches one of the paths is opened for reading by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the service account's token %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/secrets/kubernetes.io/serviceaccount/token", "*/secrets/kubernetes.io/serviceaccount/*/token",
            "*/secrets/eks.amazonaws.com/serviceaccount/token", "*/secrets/eks.amazonaws.com/serviceaccount/*/token",
            "*/secrets/pods.eks.amazonaws.com/serviceaccount/*token", "*/secrets/azure/tokens/*token", "*/secrets/tokens/*token",
            "/var/lib/kubelet/pods/*/volumes/kubernetes.io~projected/*/token"
          ],
          "meaning": "Tokens that are mounted into containers, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "kubectl", "kubectl-*", "kubelet", "kube-proxy", "kube-controller-manager", "kube-state-metrics", "helm", "oc", "argocd*", "flux",
            "kustomize-controller", "source-controller", "coredns", "pilot-agent", "pilot-discovery", "linkerd2-proxy*", "cilium-*", "calico-*", "vault",
            "vault-agent", "consul", "consul-k8s", "external-dns", "cluster-autoscaler", "prometheus", "otelcol*", "fluent-bit", "fluentd", "vector",
            "traefik", "nginx-ingress-controller", "gitlab-runner", "aws", "azure.cli", "gcloud.py"
          ],
          "meaning": "Programs whose task it is to talk to the cluster, as patterns."
        }
      },
      "example": {
        "text": "The Hildegard malware came into clusters through kubelets that asked for no password, and searched every container for SSH keys, Docker credentials and the tokens of Kubernetes service accounts.",
        "date": "2021-02-03",
        "reference": "https://attack.mitre.org/software/S0601/"
      },
      "remedy": "If the application has no need of the cluster, set automountServiceAccountToken to false, so that there is no token to steal; then find the code that read it and look at the cluster's audit log. Give the workloads that need one an account of their own with few rights. An operator or an application with a Kubernetes library belongs into programs or an exception.",
      "tags": { "attack": ["T1528", "T1552.001"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "an application that was broken into looks for the token",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/var/run/secrets/kubernetes.io/serviceaccount/token", "/run/secrets/kubernetes.io/serviceaccount/..2026_01_01/token"], "proc.program": "cat" }
        },
        {
          "name": "a dependency tries the token for AWS",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", "proc.program": "index.js" }
        },
        {
          "name": "the token for Azure",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/var/run/secrets/azure/tokens/azure-identity-token", "proc.program": "app.py" }
        }
      ],
      "silentOn": [
        {
          "name": "kubectl in a job of the cluster",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/var/run/secrets/kubernetes.io/serviceaccount/token", "proc.program": "kubectl" }
        },
        {
          "name": "the cluster's certificate, which is public",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt", "proc.program": "app.py" }
        },
        {
          "name": "the name of the namespace",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/var/run/secrets/kubernetes.io/serviceaccount/namespace", "proc.program": "app.py" }
        },
        {
          "name": "a password that Docker mounts for the application",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/run/secrets/db_password", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-many-credential-kinds",
      "title": "Many kinds of credentials were collected",
      "description": "One run read credentials of several kinds that have nothing to do with each other, such as SSH keys, cloud keys and the passwords of a browser. A program with a task needs one kind; who looks for all of them collects what can be sold.",
      "trigger": "In one run, alerts were raised for at least the given number of these kinds: SSH keys, cloud, container, package, Git, browser, wallet and service account credentials. It is raised by the read that completes the number, and again for each further kind; attempts count.",
      "condition": "evt.is_open_read = true and run.credential_kinds >= $kinds",
      "message": "Credentials of %run.credential_kinds kinds were read; %proc.program read the last",
      "object": "%run.credential_kinds",
      "criteria": {
        "kinds": {
          "type": "number",
          "default": 3,
          "meaning": "How many kinds it takes."
        }
      },
      "example": {
        "text": "Nearly all versions of the GitHub action of the scanner Trivy were replaced by ones with a credential stealer. In every build that used it, it collected GitHub tokens, cloud keys, SSH keys and Kubernetes tokens at once.",
        "date": "2026-03-19",
        "reference": "https://github.com/aquasecurity/trivy-action/issues/541"
      },
      "remedy": "Look at the alerts for the single kinds to see which program read what. Unless it is a backup or an audit that you started, treat every credential that it could read as stolen: revoke them all, from another machine, and remove the package or program. If it was wanted, give the tool an exception from the alerts for the single kinds, and this one stays silent too.",
      "tags": { "attack": ["T1552.001", "T1119"], "attackVersion": "18.1", "cwe": ["CWE-506", "CWE-522"] },
      "firesOn": [
        {
          "name": "the third kind",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "run.credential_kinds": 3, "proc.program": "postinstall.js" }
        },
        {
          "name": "the attempt counts, and more kinds",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "run.credential_kinds": 6, "proc.program": "setup.py" }
        },
        {
          "name": "a stricter policy",
          "criteria": { "kinds": 2 },
          "event": { "evt.type": "open", "evt.rawres": 3, "evt.is_open_read": true, "run.credential_kinds": 2, "proc.program": "app.py" }
        }
      ],
      "silentOn": [
        {
          "name": "nothing of the kind was read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/app.py", "proc.program": "python3", "run.credential_kinds": 0 }
        },
        {
          "name": "a deployment that uses SSH and a cloud",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/deploy.yml", "proc.program": "deploy.py", "run.credential_kinds": 2 }
        },
        {
          "name": "a file is only written",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "run.credential_kinds": 3, "fd.name": "/srv/shop/out.txt", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-other-home-read",
      "title": "A private file in another user's home was read",
      "description": "A program opened a file for reading that lies in the home directory of another user, or of root, and that not everybody may read. A build or an application has no business there; mostly it searches for keys and histories, or a path from outside has led it there.",
      "trigger": "Below one of the directories, a file in another user's home is opened for reading that others may not read or that can't be looked at, by another program than those named. Files of the project do not count; the attempt counts, whatever the result.",
      "condition": "evt.is_open_read = true and fd.name pmatch ($directories) and file.in_other_home = true and file.is_private = true and file.is_in_workspace = false and not proc.program in ($programs)",
      "message": "%proc.program opened %fd.name in another user's home",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/home", "/root", "/var/home", "/export/home"],
          "meaning": "Where the homes of people lie; system users have homes such as /dev and /bin."
        },
        "programs": {
          "type": "programs",
          "default": [
            "sudo", "sudo-rs", "su", "doas", "runuser", "setpriv", "pkexec", "login", "sshd", "sshd-session", "sshd-auth", "systemd", "systemd-executor",
            "systemd-logind", "systemd-homed", "systemd-userwork", "cron", "crond", "atd", "gdm-session-worker", "gdm3", "lightdm", "sddm",
            "sddm-helper", "accounts-daemon", "polkitd", "useradd", "usermod", "userdel", "adduser", "deluser", "dovecot", "imap", "local", "exim4",
            "procmail", "smbd", "nfsd", "snapd", "snap-confine", "rsync", "rsnapshot", "borg", "restic", "kopia", "duplicity", "bacula-fd", "backuppc",
            "updatedb", "updatedb.plocate", "clamd", "clamscan"
          ],
          "meaning": "Programs whose task it is to read other users' files."
        }
      },
      "example": {
        "text": "The worm SSH-Snake searches the home directories of all users of a machine for private keys and shell histories, and gets with them to the next machines.",
        "date": "2024-02-20",
        "reference": "https://sysdig.com/blog/ssh-snake/"
      },
      "remedy": "Find the code that opened the file. If the path came from outside, refuse names that leave the intended directory; if a dependency did it, remove it and replace the keys that it could read. Make home directories private (chmod 700) and do not run builds and tests as root. An administrator's tool of your own belongs into programs or an exception.",
      "tags": { "attack": ["T1083", "T1005"], "attackVersion": "18.1", "cwe": ["CWE-552", "CWE-22"] },
      "firesOn": [
        {
          "name": "a build run as root looks into a user's files",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/bob/notes/plans.txt", "proc.program": "setup.py", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": false }
        },
        {
          "name": "the attempt counts without permission",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "fd.name": "/root/.profile", "proc.program": "app.py", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": false }
        },
        {
          "name": "a path leaves its directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": ["/srv/shop/public/../../../home/bob/mail/inbox", "/home/bob/mail/inbox"], "proc.program": "server.js", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": false }
        }
      ],
      "silentOn": [
        {
          "name": "a file of the user's own",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ann/notes.txt", "proc.program": "app.py", "file.in_other_home": false, "file.is_private": true, "file.is_in_workspace": false }
        },
        {
          "name": "a toolchain in another's home that everybody may read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/ci/.local/lib/libtool.so", "proc.program": "cc", "file.in_other_home": true, "file.is_private": false, "file.is_in_workspace": false }
        },
        {
          "name": "a container builds, as root, a project below a user's home",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/runner/work/shop/app.key", "proc.program": "make", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": true }
        },
        {
          "name": "the user's start-up file at login",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/home/bob/.pam_environment", "proc.program": "sshd", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": false }
        },
        {
          "name": "a terminal, which lies in the home of the user sys",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/dev/pts/3", "proc.program": "app.py", "file.in_other_home": true, "file.is_private": true, "file.is_in_workspace": false }
        }
      ]
    },
    {
      "id": "file-write-etc",
      "title": "A setting of the system was changed",
      "description": "A file below /etc was written, replaced, linked or removed by something else than the programs whose task it is. What stands there decides who may log in, which names lead to which machines and what starts, for every user of the machine.",
      "trigger": "Below one of the directories, a file is opened for writing, renamed, linked, truncated or removed with success, by another program than those named and not by one that these execute, as the scripts of packages do.",
      "condition": "((evt.is_open_write = true and fd.name pmatch ($directories)) or (evt.type in (rename, renameat, renameat2) and (fs.path.source pmatch ($directories) or fs.path.target pmatch ($directories))) or (evt.type in (link, linkat, symlink, symlinkat) and fs.path.target pmatch ($directories)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name pmatch ($directories))) and not fd.name in ($files) and not fd.name glob anyof ($covered) and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs) and evt.failed = false",
      "message": "%proc.program changed the system's settings: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/etc"],
          "meaning": "Directories of the system's settings."
        },
        "files": {
          "type": "paths",
          "default": ["/etc/.pwd.lock", "/etc/mtab", "/etc/mtab~", "/etc/adjtime"],
          "meaning": "Files there that hold no settings."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm",
            "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst",
            "*.prerm", "*.postrm", "rpm-tmp.*", "dpkg-*", "apt-*", "debconf*", "ucf", "ucfr", "deb-systemd-helper", "deb-systemd-invoke", "update-*",
            "invoke-rc.d", "rc-update", "chkconfig", "passwd", "chpasswd", "chage", "chsh", "chfn", "gpasswd", "newusers", "useradd", "usermod",
            "userdel", "groupadd", "groupmod", "groupdel", "adduser", "addgroup", "deluser", "delgroup", "vipw", "vigr", "pwck", "grpck", "pwconv",
            "pwunconv", "grpconv", "grpunconv", "unix_chkpwd", "unix_update", "pam-auth-update", "authselect", "visudo", "systemctl", "systemd",
            "systemd-*", "timedatectl", "hostnamectl", "localectl", "locale-gen", "localedef", "ldconfig", "ldconfig.real", "resolvconf",
            "NetworkManager", "nm-dispatcher", "netplan", "dhclient", "dhclient-script", "dhcpcd", "udhcpc", "default.script", "connmand", "wg-quick",
            "certbot", "lego", "dehydrated", "acme.sh", "make-ssl-cert", "ssh-keygen", "mount", "umount", "hwclock", "alsactl", "cupsd", "etckeeper",
            "dockerd", "containerd", "runc", "crun", "kubeadm", "cloud-init", "ansible-*", "AnsiballZ_*", "puppet", "chef-client", "salt-call",
            "salt-minion"
          ],
          "meaning": "Programs whose task it is to change these files, as patterns."
        },
        "covered": {
          "type": "paths",
          "default": [
            "/etc/cron*", "/etc/anacrontab", "/etc/systemd/system/*", "/etc/systemd/user/*", "/etc/init.d/*", "/etc/rc*.d/*", "/etc/rc.local",
            "/etc/inittab", "/etc/profile", "/etc/profile.d/*", "/etc/bash.bashrc", "/etc/zsh/*", "/etc/environment", "/etc/pam.d/*", "/etc/sudoers",
            "/etc/sudoers.d/*", "/etc/udev/rules.d/*", "/etc/xdg/autostart/*", "/etc/ld.so.preload", "/etc/python3*/sitecustomize.py",
            "/etc/update-motd.d/*", "/etc/apt/apt.conf.d/*", "/etc/ld.so.conf", "/etc/ld.so.conf.d/*", "/etc/ld.so.cache"
          ],
          "meaning": "Files for which there are more urgent alerts: file-persistence and library-preload-file-changed."
        }
      },
      "example": {
        "text": "The malware QSnatch changed the hosts file of tens of thousands of QNAP storage devices, so that they did not find the maker's servers any more and no update could remove it.",
        "date": "2020-07-27",
        "reference": "https://us-cert.cisa.gov/ncas/alerts/aa20-209a"
      },
      "remedy": "Look at what was changed (etckeeper or the package's original help, dpkg --verify or rpm -V list files that differ) and put it back if nobody wanted it. Do not run builds, tests and applications as root, so that the kernel refuses it. A tool of your own that sets up machines belongs into programs or an exception.",
      "tags": { "attack": ["T1565.001", "T1543"], "attackVersion": "18.1", "cwe": ["CWE-732"] },
      "firesOn": [
        {
          "name": "names lead elsewhere",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/etc/hosts", "proc.program": "postinstall.js" }
        },
        {
          "name": "a file is replaced by renaming",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/nsswitch.conf.new", "fs.path.target": "/etc/nsswitch.conf", "fd.name": "/etc/nsswitch.conf", "proc.program": "app" }
        },
        {
          "name": "a link is put among the settings",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/opt/x/x.conf", "fs.path.target": "/etc/nginx/sites-enabled/x", "fd.name": "/etc/nginx/sites-enabled/x", "proc.program": "ln", "proc.pprogram": "setup.sh" }
        },
        {
          "name": "a setting is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/etc/hosts.deny", "fd.name": "/etc/hosts.deny", "proc.program": "rm", "proc.pprogram": "run.sh" }
        }
      ],
      "silentOn": [
        {
          "name": "the package manager installs",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/foo.conf.dpkg-new", "fs.path.target": "/etc/foo.conf", "fd.name": "/etc/foo.conf", "proc.program": "dpkg" }
        },
        {
          "name": "the script of a package moves a file",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/ssl/certs/x.tmp", "fs.path.target": "/etc/ssl/certs/x.pem", "fd.name": "/etc/ssl/certs/x.pem", "proc.program": "mv", "proc.pprogram": "ca-certificates.postinst" }
        },
        {
          "name": "a user is added",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/passwd+", "fs.path.target": "/etc/passwd", "fd.name": "/etc/passwd", "proc.program": "useradd" }
        },
        {
          "name": "a setting is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/etc/hosts", "proc.program": "app.py" }
        },
        {
          "name": "the attempt of an ordinary user fails",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_write": true, "fd.name": "/etc/hosts", "proc.program": "app.py" }
        },
        {
          "name": "settings of a project",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/etc/hosts", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-write-system-library",
      "title": "A system library was changed",
      "description": "A file in a directory of the system's libraries was written, replaced, linked or removed by something else than the package manager. Nearly every program loads code from there, those that ask for passwords included, so that a single changed file reaches all of them.",
      "trigger": "Below one of the directories, a file is opened for writing, renamed, linked, truncated or removed with success, by another program than those named and not by one that these execute. /usr/local is left out, and so are the caches that Python keeps of compiled modules.",
      "condition": "((evt.is_open_write = true and fd.name pmatch ($directories)) or (evt.type in (rename, renameat, renameat2) and (fs.path.source pmatch ($directories) or fs.path.target pmatch ($directories))) or (evt.type in (link, linkat, symlink, symlinkat) and fs.path.target pmatch ($directories)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name pmatch ($directories))) and not fd.name glob anyof ($exceptions) and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs) and evt.failed = false",
      "message": "%proc.program changed the system's libraries: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/lib", "/lib32", "/lib64", "/libx32", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libx32"],
          "meaning": "Directories of the system's libraries."
        },
        "exceptions": {
          "type": "paths",
          "default": ["*/__pycache__/*"],
          "meaning": "Files there that do not count, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm",
            "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst",
            "*.prerm", "*.postrm", "rpm-tmp.*", "dpkg-*", "update-*", "ldconfig", "ldconfig.real", "depmod", "kmod", "dkms", "systemd-hwdb", "localedef",
            "locale-gen", "py3compile", "py3clean", "pycompile", "gio-querymodules", "gdk-pixbuf-query-loaders", "gtk-query-immodules-*", "fc-cache",
            "pip", "pip3", "uv", "npm", "npm-cli.js", "yarn", "pnpm", "gem", "cpan", "luarocks", "flatpak", "ostree", "rpm-ostree"
          ],
          "meaning": "Programs whose task it is to install software, as patterns."
        }
      },
      "example": {
        "text": "Skidmap, malware that mines cryptocurrency on Linux, replaced pam_unix.so, the library that checks passwords, by one that accepts a password of the attackers' for every user.",
        "date": "2019-09-16",
        "reference": "https://attack.mitre.org/software/S0468/"
      },
      "remedy": "Compare the file with its package (dpkg --verify, rpm -V) and reinstall the package if it differs; treat passwords that were entered since as known. Install your own libraries below /usr/local or beside the program, or as a package, and do not run builds and tests as root.",
      "tags": { "attack": ["T1554", "T1574"], "attackVersion": "18.1", "cwe": ["CWE-732"] },
      "firesOn": [
        {
          "name": "a library is overwritten",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": ["/lib/x86_64-linux-gnu/security/pam_unix.so", "/usr/lib/x86_64-linux-gnu/security/pam_unix.so"], "proc.program": "setup.py" }
        },
        {
          "name": "a library is replaced by renaming",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/tmp/new.so", "fs.path.target": "/usr/lib64/libcrypto.so.3", "fd.name": "/usr/lib64/libcrypto.so.3", "proc.program": "mv", "proc.pprogram": "install.sh" }
        },
        {
          "name": "a library is removed",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/lib/libaudit.so.1", "fd.name": "/usr/lib/libaudit.so.1", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "the package manager installs",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/lib/x86_64-linux-gnu/libz.so.1.dpkg-new", "fs.path.target": "/usr/lib/x86_64-linux-gnu/libz.so.1", "fd.name": "/usr/lib/x86_64-linux-gnu/libz.so.1", "proc.program": "dpkg" }
        },
        {
          "name": "Python keeps a compiled module",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/lib/python3/dist-packages/__pycache__/six.cpython-311.pyc.140", "fs.path.target": "/usr/lib/python3/dist-packages/__pycache__/six.cpython-311.pyc", "fd.name": "/usr/lib/python3/dist-packages/__pycache__/six.cpython-311.pyc", "proc.program": "app.py" }
        },
        {
          "name": "make install below /usr/local",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/usr/local/lib/libtool.so", "proc.program": "install" }
        },
        {
          "name": "npm installs a command for everybody",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/usr/lib/node_modules/typescript/lib/tsc.js", "proc.program": "npm" }
        },
        {
          "name": "the attempt of an ordinary user fails",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_write": true, "fd.name": "/usr/lib/libz.so", "proc.program": "app.py" }
        },
        {
          "name": "a link to a system library",
          "event": { "evt.type": "symlink", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/lib/libz.so.1", "fs.path.target": "/srv/shop/lib/libz.so", "fd.name": "/srv/shop/lib/libz.so", "proc.program": "ln" }
        }
      ]
    },
    {
      "id": "file-write-boot",
      "title": "A file that the machine starts from was changed",
      "description": "A file below /boot was written, replaced, linked or removed by something else than the tools for kernels and boot loaders. What lies there runs before the system and its defences do, and a mistake leaves a machine that does not start.",
      "trigger": "Below one of the directories, a file is opened for writing, renamed, linked, truncated or removed with success, by another program than those named and not by one that these execute.",
      "condition": "((evt.is_open_write = true and fd.name pmatch ($directories)) or (evt.type in (rename, renameat, renameat2) and (fs.path.source pmatch ($directories) or fs.path.target pmatch ($directories))) or (evt.type in (link, linkat, symlink, symlinkat) and fs.path.target pmatch ($directories)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name pmatch ($directories))) and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs) and evt.failed = false",
      "message": "%proc.program changed what the machine starts from: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/boot", "/efi"],
          "meaning": "Directories of kernels and boot loaders."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm",
            "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst",
            "*.prerm", "*.postrm", "rpm-tmp.*", "dpkg-*", "update-*", "mkinitramfs", "dracut", "mkinitcpio", "booster", "grub-mkconfig",
            "grub2-mkconfig", "grub-install", "grub2-install", "grub-editenv", "grub2-editenv", "grub-reboot", "grub2-reboot", "grub-set-default",
            "grubby", "bootctl", "kernel-install", "installkernel", "linux-update-symlinks", "systemd-bless-boot", "systemd-boot-update", "dkms",
            "kdumpctl", "kdump-config", "zipl", "lilo", "extlinux", "flash-kernel", "rpi-update", "rpi-eeprom-update", "raspi-config", "sbctl", "sbsign",
            "ostree", "rpm-ostree", "fwupd", "fwupdmgr", "fwupdtool", "snap-bootstrap"
          ],
          "meaning": "Programs whose task it is to install kernels and boot loaders, as patterns."
        }
      },
      "example": {
        "text": "Bootkitty, the first UEFI bootkit for Linux that was found and by all appearance a proof of concept, takes the place of the boot loader GRUB on the EFI system partition and switches the kernel's check of signatures off while it starts.",
        "date": "2024-11-27",
        "reference": "https://www.welivesecurity.com/en/eset-research/bootkitty-analyzing-first-uefi-bootkit-linux/"
      },
      "remedy": "Do not restart the machine before you have looked: compare the file with its package (dpkg --verify, rpm -V), and reinstall kernel and boot loader if it differs. Turn Secure Boot on, and do not run builds and tests as root. A tool of your own that builds images belongs into programs or an exception.",
      "tags": { "attack": ["T1542.003"], "attackVersion": "18.1", "cwe": ["CWE-732"] },
      "firesOn": [
        {
          "name": "the boot loader is overwritten",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/boot/efi/EFI/ubuntu/grubx64.efi", "proc.program": "app" }
        },
        {
          "name": "a start-up image is replaced by renaming",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/tmp/initrd", "fs.path.target": "/boot/initrd.img-6.1.0-18-amd64", "fd.name": "/boot/initrd.img-6.1.0-18-amd64", "proc.program": "mv", "proc.pprogram": "install.sh" }
        },
        {
          "name": "a kernel is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/boot/vmlinuz-6.1.0-18-amd64", "fd.name": "/boot/vmlinuz-6.1.0-18-amd64", "proc.program": "rm", "proc.pprogram": "clean.sh" }
        }
      ],
      "silentOn": [
        {
          "name": "the package manager installs a kernel",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/boot/vmlinuz-6.1.0-18-amd64.dpkg-new", "fs.path.target": "/boot/vmlinuz-6.1.0-18-amd64", "fd.name": "/boot/vmlinuz-6.1.0-18-amd64", "proc.program": "dpkg" }
        },
        {
          "name": "the start-up image is made anew",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/boot/initrd.img.new", "fs.path.target": "/boot/initrd.img", "fd.name": "/boot/initrd.img", "proc.program": "mv", "proc.pprogram": "update-initramfs" }
        },
        {
          "name": "the kernel's configuration is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/boot/config-6.1.0-18-amd64", "proc.program": "app.py" }
        },
        {
          "name": "a kernel is built in a project",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/linux/arch/x86/boot/bzImage", "proc.program": "objcopy" }
        },
        {
          "name": "the attempt of an ordinary user fails",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_write": true, "fd.name": "/boot/grub/grub.cfg", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-ci-workflow-written",
      "title": "The project's build instructions were changed",
      "description": "During the run, a file of the project was written that tells a CI service or Git what to execute. Once pushed, it runs with the secrets of the repository; malicious packages write such files to get at those and to stay.",
      "trigger": "In the project's directory, a file that matches one of the paths is opened for writing, or a name there is made by renaming or linking, with success. Files in the directories of dependencies do not count, and neither do Git, editors and the tools whose task it is.",
      "condition": "((evt.is_open_write = true and fd.name glob anyof ($paths)) or (evt.type in (rename, renameat, renameat2, link, linkat, symlink, symlinkat) and fs.path.target glob anyof ($paths))) and file.is_in_workspace = true and evt.failed = false and not fd.name glob anyof ($exceptions) and not proc.program glob anyof ($programs)",
      "message": "%proc.program wrote %fd.name, which the next build or Git will follow",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.github/workflows/*", "*/.github/actions/*", "*/.gitlab-ci.yml", "*/.gitlab/ci/*", "*/.circleci/config.yml",
            "*/.circleci/continue_config.yml", "*/Jenkinsfile", "*/azure-pipelines.yml", "*/.azure-pipelines/*", "*/bitbucket-pipelines.yml",
            "*/.travis.yml", "*/.drone.yml", "*/.woodpecker.yml", "*/.woodpecker/*", "*/.buildkite/*", "*/.semaphore/*", "*/.teamcity/*",
            "*/.forgejo/workflows/*", "*/.gitea/workflows/*", "*/appveyor.yml", "*/.appveyor.yml", "*/cloudbuild.yaml", "*/buildspec.yml",
            "*/.cirrus.yml", "*/.tekton/*", "*/.git/config"
          ],
          "meaning": "Files that CI services and Git follow, as patterns."
        },
        "exceptions": {
          "type": "paths",
          "default": [
            "*/node_modules/*", "*/bower_components/*", "*/vendor/*", "*/site-packages/*", "*/dist-packages/*", "*/.venv/*", "*/.tox/*", "*/.nox/*",
            "*/.cargo/registry/*", "*/.npm/*", "*/.yarn/*", "*/.pnpm-store/*", "*/_deps/*", "*/.build/checkouts/*"
          ],
          "meaning": "Directories of dependencies, which bring such files along but where nobody follows them, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "git", "git-*", "gh", "glab", "hub", "jj", "hg", "lazygit", "gitui", "vim", "vi", "nvim", "view", "nano", "micro", "emacs", "emacs-*", "ed",
            "hx", "helix", "code", "code-*", "codium", "cursor", "subl", "sublime_text", "gedit", "kate", "zed", "zed-editor", "idea*", "cookiecutter",
            "copier", "cruft", "projen", "dependabot", "renovate", "pre-commit", "dist", "cargo-dist", "cargo"
          ],
          "meaning": "Version control, editors and tools that make new projects, as patterns."
        }
      },
      "example": {
        "text": "The worm Shai-Hulud, spread by hundreds of npm packages, wrote a workflow shai-hulud-workflow.yml into the repositories it could reach, so that every push sent their secrets to the attacker.",
        "date": "2025-09",
        "reference": "https://www.cisa.gov/news-events/alerts/2025/09/23/widespread-supply-chain-compromise-impacting-npm-ecosystem"
      },
      "remedy": "Look at the change (git diff, git status, .git/config for url, hooksPath and fsmonitor) and throw it away if you did not want it; do not push before. Then find the dependency that did it by the process's ancestors and remove it. A generator of your own that writes such files belongs into programs or an exception.",
      "tags": { "attack": ["T1195.002", "T1546"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "an install script adds a workflow",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": [".github/workflows/audit.yml", "/srv/shop/.github/workflows/audit.yml"], "proc.program": "postinstall.js", "file.is_in_workspace": true }
        },
        {
          "name": "a workflow by renaming",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/shop/x.tmp", "fs.path.target": "/srv/shop/.gitlab-ci.yml", "fd.name": "/srv/shop/.gitlab-ci.yml", "proc.program": "app", "file.is_in_workspace": true }
        },
        {
          "name": "Git is told to send pushes elsewhere",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/.git/config", "proc.program": "setup.py", "file.is_in_workspace": true }
        }
      ],
      "silentOn": [
        {
          "name": "npm unpacks a package that brings its own workflow",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/node_modules/left-pad/.github/workflows/ci.yml", "proc.program": "npm", "file.is_in_workspace": true }
        },
        {
          "name": "Git changes its settings",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/shop/.git/config.lock", "fs.path.target": "/srv/shop/.git/config", "fd.name": "/srv/shop/.git/config", "proc.program": "git", "file.is_in_workspace": true }
        },
        {
          "name": "a developer edits the workflow",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/.github/workflows/ci.yml", "proc.program": "vim", "file.is_in_workspace": true }
        },
        {
          "name": "the workflow is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/.github/workflows/ci.yml", "proc.program": "actionlint", "file.is_in_workspace": true, "evt.is_open_write": false, "evt.failed": false }
        },
        {
          "name": "a test makes a repository of its own",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/tmp/pytest-1/repo/.git/config", "proc.program": "test_clone.py", "file.is_in_workspace": false }
        }
      ]
    },
    {
      "id": "file-source-overwritten",
      "title": "A file under version control was changed by the run",
      "description": "A build or a test changed, replaced or removed a file that the project's version control tracks. What was built is then not what was reviewed: at best the build is not reproducible, at worst somebody put code in between.",
      "trigger": "A file that Git tracks in the project is opened for writing, renamed, truncated or removed with success, by another program than those named. The policy standard does not enable it, since many projects generate tracked files.",
      "condition": "(evt.is_open_write = true or evt.type in (rename, renameat, renameat2, unlink, unlinkat, truncate)) and file.is_tracked = true and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program changed the tracked file %fd.name: %evt.type",
      "object": "%fd.name",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "git", "git-*", "gh", "jj", "pre-commit", "lint-staged", "vim", "vi", "nvim", "nano", "micro", "emacs", "emacs-*", "ed", "hx", "helix",
            "code", "code-*", "codium", "cursor", "subl", "sublime_text", "gedit", "kate", "zed", "zed-editor", "idea*", "clang-format",
            "clang-format-*", "gofmt", "goimports", "gofumpt", "rustfmt", "swift-format", "swiftformat", "black", "ruff", "isort", "autopep8", "yapf",
            "prettier", "prettier.cjs", "eslint", "eslint.js", "biome", "shfmt", "ktlint", "rubocop", "npm", "npm-cli.js", "yarn", "yarn.js",
            "yarn-*.cjs", "pnpm", "pnpm.cjs", "cargo", "go", "poetry", "uv", "pdm", "pipenv", "bundle", "composer", "composer.phar", "swift-package",
            "dotnet"
          ],
          "meaning": "Version control, editors, formatters, and package managers with their lock files, as patterns."
        }
      },
      "example": {
        "text": "SUNSPOT waited on the build server of SolarWinds for a build of Orion to start, replaced one source file by a version with the backdoor SUNBURST, and put the original back when the compiler was done.",
        "date": "2021-01-11",
        "reference": "https://attack.mitre.org/software/S0562/"
      },
      "remedy": "Look at the change with git diff. If nobody wanted it, restore the file, build again and find the program that did it; throw away what was built. If the file is generated, let the build write it elsewhere, or take it out of version control, or add the generator to programs.",
      "tags": { "attack": ["T1195.002", "T1565.001"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a source file is changed during the build",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/src/login.c", "proc.program": "configure", "file.is_tracked": true }
        },
        {
          "name": "a source file is replaced by renaming",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/tmp/x.c", "fs.path.target": "/srv/shop/src/login.c", "fd.name": "/srv/shop/src/login.c", "proc.program": "mv", "file.is_tracked": true }
        },
        {
          "name": "a test is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/tests/login.py", "fd.name": "/srv/shop/tests/login.py", "proc.program": "rm", "file.is_tracked": true }
        }
      ],
      "silentOn": [
        {
          "name": "the build writes what it makes",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/build/login.o", "proc.program": "cc1", "file.is_tracked": false }
        },
        {
          "name": "a source file is compiled",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.is_open_read": true, "fd.name": "/srv/shop/src/login.c", "proc.program": "cc1", "file.is_tracked": true, "evt.is_open_write": false, "evt.failed": false }
        },
        {
          "name": "Git switches to another branch",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/src/login.c", "fd.name": "/srv/shop/src/login.c", "proc.program": "git", "file.is_tracked": true }
        },
        {
          "name": "a formatter does its work",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/src/login.c", "proc.program": "clang-format", "file.is_tracked": true }
        },
        {
          "name": "the lock file is brought up to date",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/package-lock.json", "proc.program": "npm", "file.is_tracked": true }
        }
      ]
    },
    {
      "id": "file-write-outside",
      "title": "Something was written outside the allowed directories",
      "description": "The policy says where this application may write, and it wrote, removed or renamed something elsewhere. In a build or test whose places are known, anything else is a mistake, a path that came from outside, or somebody who makes himself at home.",
      "trigger": "With a list of directories given: a file is opened for writing, made by renaming or linking, truncated or removed, or a directory is made or removed, with success, in none of them. Devices such as /dev/null do not count. Off while the list is empty.",
      "condition": "((evt.is_open_write = true and not fd.name pmatch ($directories)) or (evt.type in (rename, renameat, renameat2, link, linkat, symlink, symlinkat) and not fs.path.target pmatch ($directories)) or (evt.type in (unlink, unlinkat, truncate, mkdir, mkdirat, rmdir) and not fs.path.name pmatch ($directories))) and $directories exists and evt.failed = false and not fd.name glob anyof ($always)",
      "message": "%proc.program wrote outside the allowed directories: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": [],
          "meaning": "The only directories in which something may be written; those for temporary files have to be among them."
        },
        "always": {
          "type": "paths",
          "default": [
            "/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/ptmx", "/dev/pts/*", "/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd/*",
            "/dev/shm/*", "/proc/*", "*pipe:*"
          ],
          "meaning": "What may be written whatever the directories, as patterns."
        }
      },
      "example": {
        "text": "CVE-2025-4517: Python's tarfile module, told to keep everything inside the directory that an archive is unpacked into (filter=\"data\"), could be made to write anywhere else.",
        "date": "2025-06-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2025-4517"
      },
      "remedy": "Find out what wrote there. If the path came from outside, such as a request or an archive, refuse names that leave the intended directory after they have been resolved (openat2 with RESOLVE_BENEATH does it in the kernel). If the place is right, add it to the policy's directories, where everybody can review it.",
      "tags": { "attack": ["T1565.001"], "attackVersion": "18.1", "cwe": ["CWE-22", "CWE-73"] },
      "firesOn": [
        {
          "name": "a file in the home directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/home/ann/.cache/x", "proc.program": "app.py" },
          "criteria": { "directories": ["/srv/shop", "/tmp"] }
        },
        {
          "name": "an archive leads out of its directory",
          "event": { "evt.type": "mkdirat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": ["/srv/shop/in/../../other", "/srv/other"], "fd.name": ["/srv/shop/in/../../other", "/srv/other"], "proc.program": "unpack.py" },
          "criteria": { "directories": ["/srv/shop"] }
        },
        {
          "name": "a file is moved away",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/shop/a", "fs.path.target": "/opt/a", "fd.name": "/opt/a", "proc.program": "app" },
          "criteria": { "directories": ["/srv/shop"] }
        },
        {
          "name": "a file is removed",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/opt/data/a", "fd.name": "/opt/data/a", "proc.program": "app" },
          "criteria": { "directories": ["/srv/shop"] }
        }
      ],
      "silentOn": [
        {
          "name": "nothing was restricted",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/home/ann/.cache/x", "proc.program": "app.py" }
        },
        {
          "name": "below an allowed directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/shop/out/a.txt", "proc.program": "app.py" },
          "criteria": { "directories": ["/srv/shop", "/tmp"] }
        },
        {
          "name": "output that nobody wants",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/dev/null", "proc.program": "app.py" },
          "criteria": { "directories": ["/srv/shop"] }
        },
        {
          "name": "a file is moved inside",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/shop/a.tmp", "fs.path.target": "/srv/shop/a", "fd.name": "/srv/shop/a", "proc.program": "app" },
          "criteria": { "directories": ["/srv/shop"] }
        },
        {
          "name": "the attempt fails",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_write": true, "fd.name": "/etc/app.conf", "proc.program": "app.py" },
          "criteria": { "directories": ["/srv/shop"] }
        }
      ]
    },
    {
      "id": "file-world-writable",
      "title": "A file or directory was made writable for everybody",
      "description": "A file or directory got the permission by which every user of the machine may write to it. Any of them, and any service that was broken into, can then change what others read or execute; in a directory without the sticky bit they can replace the files of others too.",
      "trigger": "With success, a mode is set that lets everybody write and has no sticky bit, or a file or directory is created with one after the umask has been taken away. Devices do not count, and neither do the programs named.",
      "condition": "((evt.type in (chmod, fchmod, fchmodat, fchmodat2) and evt.arg.mode contains S_IWOTH and not evt.arg.mode contains S_ISVTX) or (evt.is_open_create = true and file.was_created = true and file.creation_mode contains S_IWOTH) or (evt.type in (mkdir, mkdirat) and file.creation_mode contains S_IWOTH and not file.creation_mode contains S_ISVTX)) and evt.failed = false and not fd.name glob anyof ($paths) and not proc.program in ($programs)",
      "message": "%proc.program made %fd.name writable for everybody",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/proc/*", "/dev/pts/*", "/dev/dri/*", "/dev/net/tun", "/dev/kvm", "/dev/fuse", "*/dev/null", "*/dev/zero", "*/dev/full", "*/dev/random",
            "*/dev/urandom", "*/dev/tty", "*/dev/ptmx"
          ],
          "meaning": "Files that everybody may write, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm",
            "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "tar", "cpio", "unzip", "rsync", "dockerd", "containerd",
            "containerd-shim-runc-v2", "runc", "crun", "podman", "buildah", "buildkitd", "systemd", "systemd-tmpfiles", "systemd-udevd", "udevd",
            "debootstrap"
          ],
          "meaning": "Programs that give files the mode that they are told to give."
        }
      },
      "example": {
        "text": "CVE-2019-11244: kubectl wrote its cache of the cluster's schema with mode 0666, so that other users could change it when it lay in a directory that they could reach, and disturb the commands of its owner.",
        "date": "2019-04",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2019-11244"
      },
      "remedy": "Take the permission away (chmod o-w FILE), and the line chmod 777 out of the script that gave it. Where several users have to write, use a group or an access control list; in a shared directory set the sticky bit (chmod +t). A process that sets its umask to 0 should name the mode of every file that it makes.",
      "tags": { "attack": ["T1222.002"], "attackVersion": "18.1", "cwe": ["CWE-732", "CWE-276"] },
      "firesOn": [
        {
          "name": "chmod 666",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "fd.name": "/srv/shop/config.ini", "proc.program": "chmod" }
        },
        {
          "name": "chmod 777 on a directory",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IWGRP|S_IXGRP|S_IROTH|S_IWOTH|S_IXOTH", "fd.name": "/var/lib/app", "proc.program": "install.sh" }
        },
        {
          "name": "a daemon with umask 0 creates a file",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_create": true, "file.was_created": true, "file.creation_mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "fd.name": "/var/lib/app/data", "proc.program": "appd" }
        },
        {
          "name": "a directory is made so",
          "event": { "evt.type": "mkdir", "evt.rawres": 0, "evt.failed": false, "file.creation_mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IWOTH|S_IXOTH", "fd.name": "/var/lib/app/in", "proc.program": "appd" }
        }
      ],
      "silentOn": [
        {
          "name": "mode 0666, of which the umask leaves 0644",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_create": true, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "file.was_created": true, "file.creation_mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IROTH", "fd.name": "/srv/shop/out.txt", "proc.program": "app.py" }
        },
        {
          "name": "an ordinary mode",
          "event": { "evt.type": "fchmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/srv/shop/run.sh", "proc.program": "git" }
        },
        {
          "name": "a shared directory with the sticky bit",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_ISVTX|S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IWGRP|S_IXGRP|S_IROTH|S_IWOTH|S_IXOTH", "fd.name": "/srv/shop/tmp", "proc.program": "chmod" }
        },
        {
          "name": "a file that is there is opened",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_create": true, "file.was_created": false, "file.creation_mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "fd.name": "/srv/shop/out.txt", "proc.program": "appd" }
        },
        {
          "name": "the attempt on another's file fails",
          "event": { "evt.type": "fchmodat", "evt.rawres": -1, "evt.failed": true, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "fd.name": "/etc/hosts", "proc.program": "chmod" }
        },
        {
          "name": "a device in a new root directory",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IRGRP|S_IWGRP|S_IROTH|S_IWOTH", "fd.name": "/srv/root/dev/null", "proc.program": "chmod" }
        }
      ]
    },
    {
      "id": "file-insecure-temporary",
      "title": "A temporary file got a name that others can foresee",
      "description": "A program made a file in a directory that everybody may write, under a name that others can know beforehand and without asking the kernel to refuse a name that is taken. Another user can put a symbolic link of that name there first: the program then writes through it into a file of its own user's, or reads back what the other has put in. With a program of root's that is a way to become root.",
      "trigger": "Directly in a directory such as /tmp, a file is opened with O_CREAT but without O_EXCL and O_NOFOLLOW, whatever the result. Names with a part that nobody can guess, files that this run wrote before, lock files and programs that write where somebody tells them to do not count.",
      "condition": "evt.is_open_create = true and file.in_temp_dir = true and not evt.arg.flags contains O_EXCL and not evt.arg.flags contains O_NOFOLLOW and not evt.arg.flags contains O_TMPFILE and file.written_in_run = false and file.name_is_random = false and not fd.name glob anyof ($paths) and not proc.program glob anyof ($programs)",
      "message": "%proc.program made %fd.name, a name that others can foresee",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": ["/run/lock/*", "/var/lock/*", "/tmp/.X*-lock"],
          "meaning": "Names that have to be known to others, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "cp", "mv", "dd", "tee", "install", "ln", "tar", "bsdtar", "unzip", "7z", "gzip", "xz", "zstd", "curl", "wget", "wget2", "aria2c", "rsync",
            "scp", "sftp", "sftp-server", "git", "flock", "strace", "ltrace", "tcpdump", "script", "vi", "vim", "vim.*", "nvim", "nano", "emacs",
            "emacs-*", "ed", "gdb", "cc1*", "lto1", "collect2", "gcc*", "*-gcc*", "g++*", "*-g++*", "clang*", "as", "*-as", "ld", "ld.*", "*-ld",
            "*-ld.*", "lld*", "mold", "ar", "*-ar", "objcopy", "*-objcopy", "strip", "*-strip", "rustc", "swift-frontend", "swiftc", "go", "compile",
            "link", "javac"
          ],
          "meaning": "Programs that write where somebody tells them to, as patterns."
        }
      },
      "example": {
        "text": "CVE-2008-5377: pstopdf, a filter of CUPS, wrote its messages to /tmp/pstopdf.log. A local user who put a symbolic link there first could have it overwrite files of other users.",
        "date": "2008-12-08",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2008-5377"
      },
      "remedy": "Look at who owns the file and whether it is a link before you trust what is in it. Make temporary files with mkstemp, mktemp or the library of your language, which choose a name that nobody can guess and refuse one that is taken, or put them into a directory of mode 0700. Leave the kernel's own protection on (fs.protected_symlinks and fs.protected_regular).",
      "tags": { "attack": ["T1574"], "attackVersion": "18.1", "cwe": ["CWE-377", "CWE-379", "CWE-59"] },
      "firesOn": [
        {
          "name": "a log file with a fixed name in /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/app.log", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY|O_CREAT|O_APPEND|O_CLOEXEC", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "a script redirects into /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/result", "proc.program": "build.sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "creat has no flags to be careful with",
          "event": { "evt.type": "creat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/var/tmp/state", "proc.program": "tool", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "somebody else's file stands in the way",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/cache.db", "proc.program": "app.py", "evt.arg.flags": "O_RDWR|O_CREAT", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        }
      ],
      "silentOn": [
        {
          "name": "mkstemp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/tmpx7c_2q1k", "proc.program": "app.py", "evt.arg.flags": "O_RDWR|O_CREAT|O_EXCL|O_NOFOLLOW|O_CLOEXEC", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": true }
        },
        {
          "name": "the assembler fills the file that the compiler made",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/ccQ3vXaB.o", "proc.program": "app-cc", "evt.arg.flags": "O_RDWR|O_CREAT|O_TRUNC", "file.in_temp_dir": true, "file.written_in_run": true, "file.name_is_random": true }
        },
        {
          "name": "in a directory of its own below /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/tmp.k2Jx91Qa/log", "proc.program": "build.sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC", "file.in_temp_dir": false, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "the user names the file of a download",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/image.iso", "proc.program": "curl", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "shm_open does not follow links",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/dev/shm/app-ring", "proc.program": "app", "evt.arg.flags": "O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "a file without a name in a directory below /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/work", "proc.program": "app", "evt.arg.flags": "O_RDWR|O_TMPFILE", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        },
        {
          "name": "the file is only read again",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/tmp/app.log", "proc.program": "app.py", "evt.arg.flags": "O_RDONLY", "file.in_temp_dir": true, "file.written_in_run": false, "file.name_is_random": false }
        }
      ]
    },
    {
      "id": "file-path-traversal",
      "title": "A path climbed up to a sensitive file",
      "description": "A program opened a sensitive file by a path that climbs up through .. first. Nobody writes the path of such a file so, while a request or the name in an archive that is joined to a directory without a check looks exactly like it. If the open succeeded, its sender may have the content.",
      "trigger": "A file that matches one of the paths and lies outside the project is opened for reading or writing by a path with ../ in it, by another program than those named. The attempt counts, whatever the result.",
      "condition": "(evt.is_open_read = true or evt.is_open_write = true) and fd.nameraw contains \"../\" and fd.name glob anyof ($paths) and file.is_in_workspace = false and not proc.program in ($programs)",
      "message": "%proc.program opened %fd.name by the path %fd.nameraw",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/etc/passwd", "/etc/passwd-", "/etc/group", "/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/sudoers",
            "/etc/sudoers.d/*", "/etc/issue", "/etc/crontab", "/etc/cron.d/*", "/var/spool/cron/*", "/etc/ssh/*", "/etc/ssl/private/*",
            "/etc/pki/tls/private/*", "/etc/krb5.keytab", "/proc/self/environ", "/proc/self/cmdline", "/proc/*/environ", "/proc/version",
            "/var/run/secrets/*", "/run/secrets/*", "/var/log/auth.log", "/var/log/secure", "/var/log/apache2/*", "/var/log/httpd/*", "/var/log/nginx/*",
            "*/.ssh/*", "*/.aws/credentials", "*/.git-credentials", "*/.netrc", "*/.kube/config", "*/.docker/config.json", "*/.bash_history"
          ],
          "meaning": "Files that attackers ask for, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "apt", "apt-get", "rpm", "dnf", "useradd", "usermod", "groupadd", "systemd-sysusers", "systemd-tmpfiles", "debootstrap",
            "mmdebstrap"
          ],
          "meaning": "Programs that build another system's directory tree and reach it by such paths."
        }
      },
      "example": {
        "text": "CVE-2021-41773: Apache HTTP Server 2.4.49 let a request with an encoded .. leave the directory of the site and read any file that was not denied, and run programs where CGI was on. It was exploited before the fix was out.",
        "date": "2021-10-05",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-41773"
      },
      "remedy": "Find the request or the archive that the path came from; if the open succeeded, treat what the file holds as known to its sender. Resolve a path first and check then that it lies below the intended directory, or let the kernel do it (openat2 with RESOLVE_BENEATH). A program of your own that climbs on purpose should use the file's absolute path.",
      "tags": { "attack": ["T1190", "T1083"], "attackVersion": "18.1", "cwe": ["CWE-22", "CWE-23"] },
      "firesOn": [
        {
          "name": "a web application serves a path from a request",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["/srv/shop/public/../../../etc/passwd", "/etc/passwd"], "proc.program": "app.py", "fd.nameraw": "/srv/shop/public/../../../etc/passwd", "file.is_in_workspace": false }
        },
        {
          "name": "a relative path climbs above everything",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["../../../../../../../../proc/self/environ", "/proc/4242/environ"], "proc.program": "index.php", "fd.nameraw": "../../../../../../../../proc/self/environ", "file.is_in_workspace": false, "target.is_self": true, "target.is_in_run": true }
        },
        {
          "name": "the attempt counts without permission",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["/srv/shop/img/../../../var/log/auth.log", "/var/log/auth.log"], "proc.program": "server.js", "fd.nameraw": "/srv/shop/img/../../../var/log/auth.log", "file.is_in_workspace": false }
        }
      ],
      "silentOn": [
        {
          "name": "the C library looks users up",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/etc/passwd", "proc.program": "app.py", "fd.nameraw": "/etc/passwd", "file.is_in_workspace": false }
        },
        {
          "name": "the compiler finds its headers",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["/usr/lib/gcc/x86_64-linux-gnu/12/../../../../include/stdio.h", "/usr/include/stdio.h"], "proc.program": "cc1", "fd.nameraw": "/usr/lib/gcc/x86_64-linux-gnu/12/../../../../include/stdio.h", "file.is_in_workspace": false }
        },
        {
          "name": "a module beside the project",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["../shared/config.json", "/srv/shared/config.json"], "proc.program": "app.js", "fd.nameraw": "../shared/config.json", "file.is_in_workspace": false }
        },
        {
          "name": "a test has its own directory tree",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["/srv/shop/tests/data/../root/.ssh/config", "/srv/shop/tests/root/.ssh/config"], "proc.program": "pytest", "fd.nameraw": "tests/data/../root/.ssh/config", "file.is_in_workspace": true }
        },
        {
          "name": "two dots at the end of a name climb nowhere",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/etc/passwd", "proc.program": "app.py", "fd.nameraw": "/etc/passwd..", "file.is_in_workspace": false }
        }
      ]
    },
    {
      "id": "file-symlink-to-sensitive",
      "title": "A link to a sensitive file was made",
      "description": "A program made a symbolic or hard link to a file that holds password hashes, private keys or the way into the kernel or the host. Such links are bait: some other program, with more rights, is to open the harmless name and give out or change what it leads to. A hard link also keeps the old content when the file is replaced.",
      "trigger": "A symbolic or hard link whose source matches one of the paths is made with success, by another program than those named. Public keys do not count.",
      "condition": "evt.type in (symlink, symlinkat, link, linkat) and fs.path.source glob anyof ($paths) and not fs.path.source endswith .pub and evt.failed = false and not proc.program in ($programs)",
      "message": "%proc.program made %fs.path.target a link to %fs.path.source",
      "object": "%fs.path.source",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/security/opasswd", "/etc/sudoers", "/etc/sudoers.d/*",
            "/etc/krb5.keytab", "/etc/ssl/private/*", "/etc/pki/tls/private/*", "/etc/ssh/ssh_host_*_key", "*/.ssh/id_*", "*/.ssh/authorized_keys",
            "*/.aws/credentials", "*/.kube/config", "*/.git-credentials", "*/.netrc", "/var/run/secrets/*", "/run/secrets/*", "/dev/mem", "/dev/kmem",
            "/dev/port", "/proc/kcore", "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/*/mem", "/proc/*/environ", "/proc/1/root",
            "/proc/1/root/*", "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/crio/crio.sock"
          ],
          "meaning": "Sensitive files, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "passwd", "chpasswd", "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "vipw",
            "pwck", "grpck", "systemd", "systemd-sysusers", "systemd-tmpfiles", "stow", "chezmoi", "make-ssl-cert", "pg_createcluster", "docker-desktop"
          ],
          "meaning": "Programs whose task it is to link these files."
        }
      },
      "example": {
        "text": "CVE-2016-9086: GitLab unpacked the archive of an imported project with the symbolic links in it and then followed them, so that any user who could import a project could read the server's files and secrets.",
        "date": "2016-11",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-9086"
      },
      "remedy": "Remove the link and find out where it came from: an archive, a repository or a package. Unpack what comes from outside with a tool that refuses links out of the directory, and open files there with O_NOFOLLOW or openat2 and RESOLVE_NO_SYMLINKS. If the link is yours, let the program have the real path or add the tool to the programs.",
      "tags": { "attack": ["T1555", "T1005"], "attackVersion": "18.1", "cwe": ["CWE-59", "CWE-61"] },
      "firesOn": [
        {
          "name": "an archive brings a link to the password hashes",
          "event": { "evt.type": "symlink", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/shadow", "fs.path.target": "/srv/upload/notes.txt", "fd.name": "/srv/upload/notes.txt", "proc.program": "tar" }
        },
        {
          "name": "a relative link is resolved",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": ["../../etc/sudoers", "/etc/sudoers"], "fs.path.target": "/srv/www/index.html", "fd.name": "/srv/www/index.html", "proc.program": "app.py" }
        },
        {
          "name": "a hard link keeps a private key",
          "event": { "evt.type": "linkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/.ssh/id_ed25519", "fs.path.target": "/var/tmp/k", "fd.name": "/var/tmp/k", "proc.program": "ln" }
        },
        {
          "name": "a link to the socket of Docker",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/var/run/docker.sock", "fs.path.target": "/srv/job/d.sock", "fd.name": "/srv/job/d.sock", "proc.program": "job.sh" }
        }
      ],
      "silentOn": [
        {
          "name": "a virtual environment links the interpreter",
          "event": { "evt.type": "symlink", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/usr/bin/python3", "fs.path.target": "/srv/shop/.venv/bin/python", "fd.name": "/srv/shop/.venv/bin/python", "proc.program": "venv" }
        },
        {
          "name": "a public key is linked",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/.ssh/id_ed25519.pub", "fs.path.target": "/srv/keys/ann.pub", "fd.name": "/srv/keys/ann.pub", "proc.program": "ln" }
        },
        {
          "name": "the lock file of useradd is a link to its own new file",
          "event": { "evt.type": "link", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/etc/passwd.4242", "fs.path.target": "/etc/passwd.lock", "fd.name": "/etc/passwd.lock", "proc.program": "useradd" }
        },
        {
          "name": "a manager of dotfiles",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/dotfiles/.ssh/authorized_keys", "fs.path.target": "/home/ann/keys", "fd.name": "/home/ann/keys", "proc.program": "stow" }
        },
        {
          "name": "the attempt fails",
          "event": { "evt.type": "link", "evt.rawres": -1, "evt.failed": true, "fs.path.source": "/etc/shadow", "fs.path.target": "/tmp/s", "fd.name": "/tmp/s", "proc.program": "app.py" }
        },
        {
          "name": "a file with a like name",
          "event": { "evt.type": "symlink", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/shop/etc/shadow", "fs.path.target": "/srv/shop/test/shadow", "fd.name": "/srv/shop/test/shadow", "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "file-log-removed",
      "title": "A log of the system was removed or emptied",
      "description": "A file below the system's directory of logs was emptied, shortened, removed or renamed by something else than the programs that keep logs. Who breaks into a machine does this to hide how and when. An application that does it takes away what the administrator needs to find its errors.",
      "trigger": "A file that matches one of the paths and was not written by this run is opened with O_TRUNC, truncated, removed or renamed with success. It does not count from the programs named and what these execute. Adding to a log does not count.",
      "condition": "((evt.is_open_write = true and (evt.arg.flags contains O_TRUNC or evt.type = creat) and not file.was_created = true and file.written_in_run = false and fd.name glob anyof ($paths)) or (evt.type in (rename, renameat, renameat2) and file.written_in_run = false and fs.path.source glob anyof ($paths)) or (evt.type in (unlink, unlinkat, truncate) and file.written_in_run = false and fs.path.name glob anyof ($paths)) or (evt.type = ftruncate and fd.name glob anyof ($paths))) and evt.failed = false and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs)",
      "message": "%proc.program took away log entries: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": ["/var/log/*", "/run/log/journal/*", "/run/utmp", "/var/run/utmp"],
          "meaning": "Logs of the system, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "logrotate", "savelog", "newsyslog", "cronolog", "rotatelogs", "multilog", "svlogd", "s6-log", "rsyslogd", "syslog-ng", "systemd-journald",
            "journalctl", "auditd", "systemd-tmpfiles", "systemd-update-utmp", "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get",
            "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst",
            "prerm", "postrm", "*.preinst", "*.postinst", "*.prerm", "*.postrm", "rpm-tmp.*", "debootstrap", "mmdebstrap", "cloud-init", "sa1", "sa2",
            "sadc", "Xorg", "Xvfb", "lightdm", "gdm", "gdm3", "sddm", "cupsd", "smbd", "nmbd", "winbindd", "postgres", "mysqld", "mariadbd", "kubelet",
            "conmon", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah", "buildkitd", "crio", "bleachbit"
          ],
          "meaning": "Programs that keep logs, and package managers with their scripts, as patterns."
        }
      },
      "example": {
        "text": "Salt Typhoon, a group that spied on telephone companies, cleared the logs of the Linux systems that it used on its way, among them auth.log, lastlog, wtmp and btmp.",
        "date": "2025-02-20",
        "reference": "https://attack.mitre.org/groups/G1045/"
      },
      "remedy": "If you do not know why the log was touched, treat the machine as broken into: keep a copy of it and look at the logs that were sent elsewhere. Send logs to another machine or to the journal, so that a program can't take them back. For a tool of yours that rotates its own logs, use logrotate, or add it to the programs; an image of a container that clears /var/log while it is built may have an exception.",
      "tags": { "attack": ["T1070.002"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "the log of logins is emptied",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/var/log/auth.log", "proc.program": "build.sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC", "file.was_created": false, "file.written_in_run": false }
        },
        {
          "name": "the list of logins is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/var/log/wtmp", "fd.name": "/var/log/wtmp", "proc.program": "rm", "file.written_in_run": false }
        },
        {
          "name": "shortened by its name",
          "event": { "evt.type": "truncate", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/var/log/nginx/access.log", "fd.name": "/var/log/nginx/access.log", "proc.program": "truncate", "file.written_in_run": false }
        },
        {
          "name": "shortened while open",
          "event": { "evt.type": "ftruncate", "evt.rawres": 0, "evt.failed": false, "fd.name": "/var/log/lastlog", "file.written_in_run": true, "proc.program": "wiper" }
        },
        {
          "name": "moved away",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/var/log/syslog", "fs.path.target": "/tmp/x", "fd.name": "/var/log/syslog", "proc.program": "mv", "file.written_in_run": false }
        }
      ],
      "silentOn": [
        {
          "name": "an application adds to its log",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/var/log/shop/app.log", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY|O_CREAT|O_APPEND|O_CLOEXEC", "file.was_created": false, "file.written_in_run": false }
        },
        {
          "name": "logrotate",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/var/log/syslog", "fs.path.target": "/var/log/syslog.1", "fd.name": "/var/log/syslog", "proc.program": "logrotate", "file.written_in_run": false }
        },
        {
          "name": "a helper of logrotate",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/var/log/syslog.1", "fd.name": "/var/log/syslog.1", "proc.program": "gzip", "proc.pprogram": "logrotate", "file.written_in_run": false }
        },
        {
          "name": "a service rotates the log that it has written itself",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/var/log/shop/app.log", "fs.path.target": "/var/log/shop/app.log.1", "fd.name": "/var/log/shop/app.log", "proc.program": "app.py", "file.written_in_run": true }
        },
        {
          "name": "a new log",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/var/log/shop/new.log", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC", "file.was_created": true, "file.written_in_run": false }
        },
        {
          "name": "a package is purged",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/var/log/exim4/mainlog", "fd.name": "/var/log/exim4/mainlog", "proc.program": "rm", "proc.pprogram": "exim4-base.postrm", "file.written_in_run": false }
        },
        {
          "name": "the log is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/var/log/syslog", "proc.program": "grep", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "a log of the project",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/log/test.log", "fd.name": "/srv/shop/log/test.log", "proc.program": "rake", "file.written_in_run": false }
        }
      ]
    },
    {
      "id": "file-history-removed",
      "title": "A history of commands was removed or emptied",
      "description": "The file in which a shell or an interpreter keeps what somebody typed was emptied, removed, renamed or replaced by a link, and not by its owner at a terminal. Intruders do that to hide their steps, often with a link to /dev/null so that nothing is kept from then on. No build and no service has a reason to.",
      "trigger": "With success, a file that matches one of the paths is opened with O_TRUNC, truncated, removed or renamed, or another name or a link is put in its place. Shells and the interpreters named do not count at a terminal, and a file that this run made does not either.",
      "condition": "((evt.is_open_write = true and (evt.arg.flags contains O_TRUNC or evt.type = creat) and not file.was_created = true and file.written_in_run = false and fd.name glob anyof ($paths)) or (evt.type in (unlink, unlinkat, truncate) and file.written_in_run = false and fs.path.name glob anyof ($paths)) or (evt.type = ftruncate and fd.name glob anyof ($paths)) or (evt.type in (rename, renameat, renameat2) and (fs.path.source glob anyof ($paths) or fs.path.target glob anyof ($paths))) or (evt.type in (symlink, symlinkat, link, linkat) and fs.path.target glob anyof ($paths))) and evt.failed = false and not (proc.stdin.type = tty and (proc.is_shell = true or proc.program glob anyof ($owners))) and not proc.program in ($programs)",
      "message": "%proc.program took away a history of commands: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "*/.bash_history", "*/.zsh_history", "*/.zhistory", "*/.histfile", "*/.ash_history", "*/.sh_history", "*/.ksh_history",
            "*/fish/fish_history", "*/.python_history", "*/.node_repl_history", "*/.irb_history", "*/.php_history", "*/.mysql_history",
            "*/.mariadb_history", "*/.psql_history", "*/.sqlite_history", "*/.rediscli_history", "*/.mongosh/*_history"
          ],
          "meaning": "Histories of commands, as patterns."
        },
        "owners": {
          "type": "programs",
          "default": ["python3*", "ipython*", "node", "irb", "php*", "mysql", "mariadb", "psql", "sqlite3", "redis-cli", "mongosh"],
          "meaning": "Programs that keep such a file, as patterns; they may change it when somebody sits at a terminal."
        },
        "programs": {
          "type": "programs",
          "default": ["userdel", "deluser", "rsync", "chezmoi", "stow", "home-manager", "atuin"],
          "meaning": "Programs that remove or manage whole home directories."
        }
      },
      "example": {
        "text": "APT41, a group that spies and steals for money, deleted the histories of Bash on Linux machines to remove traces of what it had done there.",
        "date": "2019-08-07",
        "reference": "https://attack.mitre.org/groups/G0096/"
      },
      "remedy": "Find out what ran before it in the report: what was to be hidden happened there. If an attacker may have been on the machine, keep the disk and look at audit and login records. To keep commands with secrets out of a history, set HISTCONTROL or pass secrets by a file; when an image of a container is cleaned on purpose, make an exception for that build.",
      "tags": { "attack": ["T1070.003"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a script removes the history",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/root/.bash_history", "fd.name": "/root/.bash_history", "proc.program": "rm", "file.written_in_run": false, "proc.stdin.type": "null", "proc.is_shell": false }
        },
        {
          "name": "a link to /dev/null takes its place",
          "event": { "evt.type": "symlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/dev/null", "fs.path.target": "/home/ann/.bash_history", "fd.name": "/home/ann/.bash_history", "proc.program": "ln", "proc.stdin.type": "tty", "proc.is_shell": false }
        },
        {
          "name": "ln -sf puts the link there by renaming",
          "event": { "evt.type": "renameat2", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/CuK3hwq1", "fs.path.target": "/home/ann/.zsh_history", "fd.name": "/home/ann/.zsh_history", "proc.program": "ln", "proc.stdin.type": "tty", "proc.is_shell": false }
        },
        {
          "name": "a shell without a terminal empties it",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/home/ann/.bash_history", "proc.program": "sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC", "file.was_created": false, "file.written_in_run": false, "proc.stdin.type": "pipe", "proc.is_shell": true }
        },
        {
          "name": "an installed package does it for Python's",
          "event": { "evt.type": "truncate", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/.python_history", "fd.name": "/home/ann/.python_history", "proc.program": "setup.py", "file.written_in_run": false, "proc.stdin.type": "tty", "proc.is_shell": false }
        }
      ],
      "silentOn": [
        {
          "name": "the shell shortens its history when the user leaves",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/.bash_history-04242.tmp", "fs.path.target": "/home/ann/.bash_history", "fd.name": "/home/ann/.bash_history", "proc.program": "bash", "proc.stdin.type": "tty", "proc.is_shell": true }
        },
        {
          "name": "an interactive Python writes its own",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/home/ann/.python_history", "proc.program": "python3.11", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC", "file.was_created": false, "file.written_in_run": false, "proc.stdin.type": "tty", "proc.is_shell": false }
        },
        {
          "name": "a history is continued",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/home/ann/.bash_history", "proc.program": "bash", "evt.arg.flags": "O_WRONLY|O_APPEND", "file.was_created": false, "file.written_in_run": false, "proc.stdin.type": "pipe", "proc.is_shell": true }
        },
        {
          "name": "a test of a shell removes the one that it made",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/tmp/t.x81kQz/.zsh_history", "fd.name": "/tmp/t.x81kQz/.zsh_history", "proc.program": "pytest", "file.written_in_run": true, "proc.stdin.type": "null", "proc.is_shell": false }
        },
        {
          "name": "a user is removed",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/bob/.bash_history", "fd.name": "/home/bob/.bash_history", "proc.program": "userdel", "file.written_in_run": false, "proc.stdin.type": "tty", "proc.is_shell": false }
        },
        {
          "name": "there is none",
          "event": { "evt.type": "unlinkat", "evt.rawres": -2, "evt.failed": true, "fs.path.name": "/root/.bash_history", "fd.name": "/root/.bash_history", "proc.program": "rm", "file.written_in_run": false, "proc.stdin.type": "null", "proc.is_shell": false }
        },
        {
          "name": "the undo history of an editor",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/.undo_history", "fd.name": "/home/ann/.undo_history", "proc.program": "vim", "file.written_in_run": false, "proc.stdin.type": "tty", "proc.is_shell": false }
        }
      ]
    },
    {
      "id": "file-mass-deletion",
      "title": "Many files were deleted in a short time",
      "description": "The run deleted many files in a short time that were there before it and that lie neither in the project nor in a cache or temporary directory. That is what a wiper does, and what a script does whose variable is empty or whose path is wrong. What was deleted has to come back from a backup.",
      "trigger": "A file or directory is removed when the run has deleted more files within the number of seconds than the limit allows. Files that the run made itself, and those in the project, in caches and in temporary directories do not count, and neither do the programs named.",
      "condition": "evt.type in (unlink, unlinkat, rmdir) and run.deleted[$seconds] > $limit and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs)",
      "message": "%proc.program deleted %fd.name, one of many in a short time",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 100,
          "meaning": "How many files a run may delete within the time."
        },
        "seconds": {
          "type": "number",
          "default": 60,
          "meaning": "Within how many seconds the deletions are counted."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst", "*.prerm", "*.postrm",
            "rpm-tmp.*", "pip", "pip3", "pip3.*", "uv", "uvx", "poetry", "pdm", "pipenv", "conda", "mamba", "micromamba", "npm", "npm-cli.js", "npx",
            "yarn", "yarn.js", "yarn-*.cjs", "pnpm", "pnpm.cjs", "bun", "deno", "gem", "bundle", "bundler", "cargo", "rustup", "go", "brew", "composer",
            "composer.phar", "nix", "nix-*", "flatpak", "ostree", "rpm-ostree", "git", "hg", "svn", "jj", "rsync", "rclone", "restic", "borg",
            "rsnapshot", "duplicity", "logrotate", "systemd-tmpfiles", "systemd-journald", "journalctl", "userdel", "updatedb", "man-db", "ccache",
            "mysqld", "mariadbd", "postgres", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah", "buildkitd", "crio"
          ],
          "meaning": "Programs that replace or prune many files for a living, as patterns; what they execute does not count either."
        }
      },
      "example": {
        "text": "Steam for Linux ran rm -rf \"$STEAMROOT/\"* with an empty variable after its directory had been moved, and so deleted everything that belonged to the user, an attached backup disk included.",
        "date": "2015-01-14",
        "reference": "https://github.com/ValveSoftware/steam-for-linux/issues/3671"
      },
      "remedy": "Stop the run if it still goes on, and restore the files from a backup before anything else writes to that disk. The process and its ancestors in the alert say whether a dependency or a script of yours did it; in a script, use set -u and ${NAME:?}. A tool that prunes on purpose belongs into the programs, or the policy of that run gets a higher limit.",
      "tags": { "attack": ["T1485"], "attackVersion": "18.1", "cwe": ["CWE-73"] },
      "firesOn": [
        {
          "name": "a script goes through a home directory",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/photos/2019/0101.jpg", "fd.name": "/home/ann/photos/2019/0101.jpg", "proc.program": "rm", "run.deleted[60]": 101 }
        },
        {
          "name": "directories go as well",
          "event": { "evt.type": "rmdir", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/photos/2019", "fd.name": "/home/ann/photos/2019", "proc.program": "cleanup.py", "run.deleted[60]": 5000 }
        },
        {
          "name": "a lower limit of the policy",
          "criteria": { "limit": 10 },
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/data/7.csv", "fd.name": "/srv/data/7.csv", "proc.program": "app.py", "run.deleted[60]": 11 }
        }
      ],
      "silentOn": [
        {
          "name": "a program removes a file",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/notes.txt", "fd.name": "/home/ann/notes.txt", "proc.program": "app.py", "run.deleted[60]": 1 }
        },
        {
          "name": "exactly the limit",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/data/99.csv", "fd.name": "/srv/data/99.csv", "proc.program": "rm", "run.deleted[60]": 100 }
        },
        {
          "name": "a build cleans up, where nothing counts",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/build/main.o", "fd.name": "/srv/shop/build/main.o", "proc.program": "rm", "run.deleted[60]": 0 }
        },
        {
          "name": "the package manager replaces a version",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/share/doc/x/README", "fd.name": "/usr/share/doc/x/README", "proc.program": "dpkg", "run.deleted[60]": 3000 }
        },
        {
          "name": "an installer lets its package manager work",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/.local/lib/python3.11/site-packages/x/a.py", "fd.name": "/home/ann/.local/lib/python3.11/site-packages/x/a.py", "proc.program": "python3", "proc.pprogram": "pip", "run.deleted[60]": 900 }
        },
        {
          "name": "a mirror is synchronized",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/mirror/pool/old.deb", "fd.name": "/srv/mirror/pool/old.deb", "proc.program": "rsync", "run.deleted[60]": 700 }
        }
      ]
    },
    {
      "id": "file-mass-encryption",
      "title": "Many files were rewritten so that they look encrypted",
      "description": "The run rewrote many files that were there before it, and what is in them now looks random where it could be read before. Ransomware does exactly that. The files are lost without the key or a backup, and every further minute costs more of them.",
      "trigger": "A file is opened for writing or renamed, or a process ends, when more files than the limit had a readable content before the run rewrote them and look encrypted now. Files in temporary directories do not count, and neither do the programs named.",
      "condition": "(evt.is_open_write = true or evt.type in (rename, renameat, renameat2, procexit)) and run.encrypted > $limit and not proc.program glob anyof ($programs)",
      "message": "%run.encrypted files look encrypted since this run rewrote them; the program is %proc.program",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 20,
          "meaning": "How many files a run may rewrite so that they look encrypted."
        },
        "programs": {
          "type": "programs",
          "default": [
            "gpg", "gpg2", "gpgsm", "age", "rage", "sops", "ansible-vault", "git-crypt", "git-secret", "transcrypt", "gocryptfs", "encfs", "cryfs",
            "ecryptfs*", "fscrypt", "openssl", "ccrypt", "restic", "borg", "rclone", "duplicity"
          ],
          "meaning": "Programs that encrypt files because somebody asks them to, as patterns."
        }
      },
      "example": {
        "text": "Erebus encrypted the websites, databases and backups on 153 Linux servers of the South Korean host Nayana, which paid about a million dollars for the keys of some 3,400 customers.",
        "date": "2017-06-10",
        "reference": "https://www.trendmicro.com/vinfo/us/security/news/cyber-attacks/erebus-linux-ransomware-impact-to-servers-and-countermeasures"
      },
      "remedy": "Stop the run at once and cut the machine off from shared disks; dftrace's report names the program and the files. Restore from a backup that the machine could not write to, and close the way in first. If you encrypt or compress your own files on purpose, add that program to the programs or raise the limit for the run.",
      "tags": { "attack": ["T1486"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "the next file is opened to be rewritten",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/srv/www/index.html", "proc.program": "encryptor", "evt.arg.flags": "O_RDWR", "run.encrypted": 21 }
        },
        {
          "name": "a file gets the new ending",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/home/ann/thesis.tex", "fs.path.target": "/home/ann/thesis.tex.locked", "fd.name": "/home/ann/thesis.tex.locked", "proc.program": "python3", "run.encrypted": 300 }
        },
        {
          "name": "the process is done",
          "event": { "evt.type": "procexit", "proc.program": "node", "run.encrypted": 64 }
        },
        {
          "name": "a lower limit of the policy",
          "criteria": { "limit": 5 },
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/srv/data/6.csv", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY", "run.encrypted": 6 }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary write",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/srv/data/1.csv", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY", "run.encrypted": 0 }
        },
        {
          "name": "a script compresses a few files in place",
          "event": { "evt.type": "rename", "evt.rawres": 0, "evt.failed": false, "fs.path.source": "/srv/data/7.csv.tmp", "fs.path.target": "/srv/data/7.csv", "fd.name": "/srv/data/7.csv", "proc.program": "convert.py", "run.encrypted": 7 }
        },
        {
          "name": "exactly the limit",
          "event": { "evt.type": "procexit", "proc.program": "app.py", "run.encrypted": 20 }
        },
        {
          "name": "somebody encrypts secrets of a project",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/srv/shop/secrets/20.yaml", "proc.program": "sops", "evt.arg.flags": "O_WRONLY|O_TRUNC", "run.encrypted": 25 }
        },
        {
          "name": "reading goes on",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/www/index.html", "proc.program": "nginx", "evt.arg.flags": "O_RDONLY", "run.encrypted": 30 }
        }
      ]
    },
    {
      "id": "file-filesystem-enumerated",
      "title": "Many directories outside the project were listed",
      "description": "The run opened many directories that belong neither to the project nor to the system's programs, libraries and interpreters. Programs that look for keys and wallets, and those that want to encrypt or overwrite everything, walk through the disk like this first. A build or a service knows where its files are.",
      "trigger": "A file or directory is opened when the run has opened more distinct directories than the limit, apart from the project and from those of the system and of interpreters. Programs that index, back up or search on purpose do not count.",
      "condition": "evt.type in (open, openat, openat2) and run.directories_listed > $limit and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs)",
      "message": "%proc.program is in a run that listed %run.directories_listed directories outside the project",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 200,
          "meaning": "How many directories a run may list."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst", "*.prerm", "*.postrm",
            "rpm-tmp.*", "updatedb", "updatedb.*", "mandb", "ldconfig", "ldconfig.real", "fc-cache", "du", "ncdu", "gdu", "dust", "df", "rsync",
            "rclone", "restic", "borg", "rsnapshot", "duplicity", "timeshift", "tar", "bsdtar", "git", "clamscan", "clamd", "rkhunter", "chkrootkit",
            "aide", "tripwire", "lynis", "trivy", "grype", "syft", "osv-scanner", "tracker-*", "localsearch*", "baloo_file", "baloo_file_extractor",
            "npm", "npm-cli.js", "yarn", "yarn.js", "yarn-*.cjs", "pnpm", "pnpm.cjs", "bun", "conda", "mamba", "micromamba", "cargo", "rustup", "go",
            "brew", "nix", "nix-*", "flatpak", "gradle", "mvn", "bazel", "ccache", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman",
            "buildah", "buildkitd", "crio"
          ],
          "meaning": "Programs that go through many directories for a living, as patterns; what they execute does not count either."
        }
      },
      "example": {
        "text": "CVE-2022-23812: the npm package node-ipc walked through all directories below and above the working directory and overwrote every file with a heart when the machine's address was in Russia or Belarus.",
        "date": "2022-03-16",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-23812"
      },
      "remedy": "The report shows which program opened the directories and whether it read or wrote files there; if a dependency did, remove it and treat the credentials in those places as read. Run builds in a container or as a user of their own, who can see no other directories. For a search or backup of yours, add the program or raise the limit in the policy of that run.",
      "tags": { "attack": ["T1083"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a dependency walks through the home directory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/home/ann/photos/2019", "proc.program": "postinstall.js", "evt.arg.flags": "O_RDONLY|O_DIRECTORY|O_CLOEXEC", "file.is_directory": true, "run.directories_listed": 201 }
        },
        {
          "name": "find / looks everywhere",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/mail/ann", "proc.program": "find", "evt.arg.flags": "O_RDONLY|O_NOFOLLOW|O_DIRECTORY|O_CLOEXEC", "file.is_directory": true, "run.directories_listed": 4000 }
        },
        {
          "name": "a lower limit of the policy",
          "criteria": { "limit": 10 },
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/mnt/11", "proc.program": "app.py", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 11 }
        }
      ],
      "silentOn": [
        {
          "name": "a program lists its data",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/data/2019", "proc.program": "app.py", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 30 }
        },
        {
          "name": "a build walks through the project, where nothing counts",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/shop/src/a", "proc.program": "make", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 3 }
        },
        {
          "name": "exactly the limit",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/data/200", "proc.program": "app.py", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 200 }
        },
        {
          "name": "a backup",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/home/ann/photos/2019", "proc.program": "restic", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 9000 }
        },
        {
          "name": "the package manager's cache",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/home/ann/.cargo/registry/src/x", "proc.program": "cargo", "evt.arg.flags": "O_RDONLY|O_DIRECTORY", "file.is_directory": true, "run.directories_listed": 900 }
        }
      ]
    },
    {
      "id": "file-raw-device",
      "title": "A disk or the machine's memory was opened directly",
      "description": "A program opened a disk, a flash chip or the machine's memory as a device, or made a device file. Below the file system and its permissions it can read every user's files and the kernel's memory, and overwrite all of it. Only tools for disks, boot loaders and kernels have to.",
      "trigger": "A device that matches one of the paths is opened by another program than those named; the attempt counts, whatever the result. Making a block or character device counts with success, apart from harmless ones such as null and zero.",
      "condition": "((evt.type in (open, openat, openat2, creat) and fd.name glob anyof ($paths) and not fd.name glob anyof ($exceptions)) or (evt.type in (mknod, mknodat) and evt.arg.mode contains anyof (S_IFBLK, S_IFCHR) and not evt.rawarg.dev in ($harmless) and evt.failed = false)) and not proc.program glob anyof ($programs)",
      "message": "%proc.program reached for the device %fd.name: %evt.type",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/dev/sd[a-z]*", "/dev/hd[a-z]*", "/dev/vd[a-z]*", "/dev/xvd*", "/dev/nvme[0-9]*", "/dev/mmcblk*", "/dev/md[0-9]*", "/dev/dm-*",
            "/dev/mapper/*", "/dev/mtd*", "/dev/ubi[0-9]*", "/dev/mem", "/dev/kmem", "/dev/port", "/proc/kcore", "/dev/cpu/*/msr"
          ],
          "meaning": "Disks and the machine's memory, as patterns."
        },
        "exceptions": {
          "type": "paths",
          "default": ["/dev/mapper/control"],
          "meaning": "What lies among them and is no disk, as patterns."
        },
        "harmless": {
          "type": "numbers",
          "default": [0, 259, 261, 263, 264, 265, 1280, 1281, 1282],
          "meaning": "Device numbers that may be made: a whiteout of overlayfs, null, zero, full, random, urandom, tty, console and ptmx."
        },
        "programs": {
          "type": "programs",
          "default": [
            "blkid", "lsblk", "findfs", "df", "fsck*", "e2fsck", "xfs_*", "btrfs*", "mkfs*", "mke2fs", "tune2fs", "resize2fs", "dumpe2fs", "debugfs",
            "e2image", "mkswap", "swapon", "swapoff", "fdisk", "sfdisk", "cfdisk", "gdisk", "sgdisk", "parted", "partprobe", "partx", "wipefs",
            "blockdev", "hdparm", "smartctl", "smartd", "nvme", "mdadm", "lvm", "lvmpolld", "dmsetup", "dmeventd", "cryptsetup", "veritysetup",
            "integritysetup", "multipath", "multipathd", "zpool", "zfs", "zdb", "mount", "umount", "mount.*", "losetup", "fstrim", "ntfs-3g", "qemu-*",
            "libvirtd", "virtqemud", "VBoxHeadless", "udisksd", "udevadm", "systemd*", "udevd", "modprobe", "MAKEDEV", "grub-*", "grub2-*", "os-prober",
            "efibootmgr", "bootctl", "kexec", "makedumpfile", "crash", "drgn", "perf", "gdb", "dmidecode", "turbostat", "rdmsr", "wrmsr", "cpupower",
            "flashrom", "flashcp", "ubiformat", "ubiattach", "debootstrap", "mmdebstrap", "mkinitramfs", "dracut", "dracut-install", "kubelet",
            "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah", "buildkitd", "crio", "snapd", "fwupd"
          ],
          "meaning": "Tools for disks, file systems, boot loaders, kernels and containers, as patterns."
        }
      },
      "example": {
        "text": "AcidPour, a wiper for Linux devices that was found when Ukrainian providers were attacked, goes through the names of disks, flash chips and logical volumes, /dev/ubi0 and /dev/dm-0 among them, and overwrites each.",
        "date": "2024-03-21",
        "reference": "https://www.sentinelone.com/labs/acidpour-new-embedded-wiper-variant-of-acidrain-appears-in-ukraine/"
      },
      "remedy": "If you did not expect it, stop the run, and look in the report for whether the device was written. Do not run builds and services as root or in the group disk, and give containers no devices. If the tool handles disks on purpose, add it to the programs; write images to a file instead of a device where you can.",
      "tags": { "attack": ["T1006", "T1561"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a disk is opened for writing",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/dev/sda", "proc.program": "wiper", "evt.arg.flags": "O_WRONLY" }
        },
        {
          "name": "the attempt on the memory counts",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/dev/mem", "proc.program": "app", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "a link is no way round it",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": ["/dev/disk/by-id/ata-x", "/dev/sdb"], "proc.program": "cat", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "a device file for the first disk is made in a container",
          "event": { "evt.type": "mknod", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/tmp/d", "fd.name": "/tmp/d", "proc.program": "job.sh", "evt.arg.mode": "S_IFBLK|S_IRUSR|S_IWUSR", "evt.rawarg.dev": 2048 }
        }
      ],
      "silentOn": [
        {
          "name": "zeros",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/dev/zero", "proc.program": "dd", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "a file system is checked",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/dev/sda1", "proc.program": "e2fsck", "evt.arg.flags": "O_RDWR|O_EXCL" }
        },
        {
          "name": "the space of a file system is asked for by its disk",
          "event": { "evt.type": "openat", "evt.rawres": -13, "evt.failed": true, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/dev/vda", "proc.program": "df", "evt.arg.flags": "O_RDONLY|O_NOCTTY" }
        },
        {
          "name": "the disks are listed",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/dev/nvme0n1", "proc.program": "lsblk", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "the directory of device mappings is listed",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/dev/mapper", "proc.program": "ls", "evt.arg.flags": "O_RDONLY|O_DIRECTORY" }
        },
        {
          "name": "the control device of the mapper",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/dev/mapper/control", "proc.program": "app", "evt.arg.flags": "O_RDWR" }
        },
        {
          "name": "a pipe with a name",
          "event": { "evt.type": "mknod", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/tmp/p", "fd.name": "/tmp/p", "proc.program": "app", "evt.arg.mode": "S_IFIFO|S_IRUSR|S_IWUSR", "evt.rawarg.dev": 0 }
        },
        {
          "name": "/dev/null for a directory tree of its own",
          "event": { "evt.type": "mknod", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/root/dev/null", "fd.name": "/srv/root/dev/null", "proc.program": "make-root.sh", "evt.arg.mode": "S_IFCHR|S_IRUSR|S_IWUSR", "evt.rawarg.dev": 259 }
        },
        {
          "name": "making a device fails",
          "event": { "evt.type": "mknodat", "evt.rawres": -1, "evt.failed": true, "fs.path.name": "/tmp/d", "fd.name": "/tmp/d", "proc.program": "job.sh", "evt.arg.mode": "S_IFBLK|S_IRUSR", "evt.rawarg.dev": 2048 }
        }
      ]
    },
    {
      "id": "file-kernel-setting-written",
      "title": "A setting of the kernel was opened for writing",
      "description": "A program opened one of the files by which the kernel is told how to behave for writing. Some of them make the kernel run a program of the writer's choice as root, outside of every container (core_pattern, modprobe, uevent_helper, release_agent); others turn protections off for the whole machine. Applications have no business there.",
      "trigger": "A file that matches one of the paths is opened for writing by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.is_open_write = true and fd.name glob anyof ($paths) and not fd.name glob anyof ($exceptions) and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened the kernel's setting %fd.name for writing",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/proc/sys/*", "/proc/sysrq-trigger", "/proc/irq/*", "/sys/kernel/*", "/sys/module/*", "/sys/power/*", "/sys/firmware/efi/efivars/*",
            "*/release_agent", "*/notify_on_release"
          ],
          "meaning": "Settings of the kernel, as patterns."
        },
        "exceptions": {
          "type": "paths",
          "default": [
            "/sys/kernel/debug/tracing/trace_marker", "/sys/kernel/debug/tracing/trace_marker_raw", "/sys/kernel/tracing/trace_marker",
            "/sys/kernel/tracing/trace_marker_raw"
          ],
          "meaning": "Files there into which every program may write, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "sysctl", "systemd*", "udevadm", "udevd", "procps", "init", "openrc", "openrc-run", "kexec", "kdump-config", "kdumpctl", "tuned", "tlp",
            "powertop", "irqbalance", "NetworkManager", "nm-dispatcher", "dhcpcd", "dhclient-script", "ifup", "ifdown", "wg-quick", "wpa_supplicant",
            "keepalived", "radvd", "multipathd", "iscsid", "apparmor_parser", "aa-*", "snap-confine", "snapd", "criu", "perf", "trace-cmd", "bpftrace",
            "bpftool", "lttng-sessiond", "stap*", "kubelet", "kube-proxy", "calico-node", "cilium-agent", "flanneld", "lxc*", "lxd", "incusd",
            "libvirtd", "virtqemud", "virtnetworkd", "qemu-*", "rootlesskit", "pasta", "slirp4netns", "cgexec", "cgcreate", "cgset", "efibootmgr",
            "bootctl", "grub-*", "grub2-*", "fwupd", "mokutil", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah",
            "buildkitd", "crio"
          ],
          "meaning": "Programs whose task it is to set the kernel up, as patterns."
        }
      },
      "example": {
        "text": "CVE-2022-0811: who could start a pod on CRI-O could set kernel.core_pattern of the host by a crafted sysctl value, and so had the kernel run a program of his as root on the host.",
        "date": "2022-03-15",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-0811"
      },
      "remedy": "Read the setting's value now and put it right with sysctl; if core_pattern, modprobe or a release_agent names an unknown program, treat the machine as taken over. Do not run containers privileged, and mount /proc/sys and /sys read-only in them. Settings that you want belong into /etc/sysctl.d, where they can be reviewed, and not into an application.",
      "tags": { "attack": ["T1611", "T1562"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "the program for core dumps is changed",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/proc/sys/kernel/core_pattern", "proc.program": "app.py", "evt.arg.flags": "O_WRONLY|O_TRUNC" }
        },
        {
          "name": "the way out of a container by a control group",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/tmp/cgrp/release_agent", "proc.program": "exploit.sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC" }
        },
        {
          "name": "the attempt counts on a read-only mount",
          "event": { "evt.type": "openat", "evt.rawres": -30, "evt.failed": true, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/proc/sys/vm/drop_caches", "proc.program": "bench.sh", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC" }
        },
        {
          "name": "the helper for new devices",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/sys/kernel/uevent_helper", "proc.program": "job", "evt.arg.flags": "O_WRONLY" }
        }
      ],
      "silentOn": [
        {
          "name": "a runtime reads a limit",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/proc/sys/kernel/pid_max", "proc.program": "java", "evt.arg.flags": "O_RDONLY" }
        },
        {
          "name": "sysctl at start-up",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/proc/sys/net/ipv4/ip_forward", "proc.program": "sysctl", "evt.arg.flags": "O_WRONLY|O_CREAT|O_TRUNC" }
        },
        {
          "name": "a process adjusts its own score for memory shortage",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/proc/self/oom_score_adj", "proc.program": "chrome", "evt.arg.flags": "O_WRONLY" }
        },
        {
          "name": "a program writes a mark into a trace",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/sys/kernel/tracing/trace_marker", "proc.program": "app", "evt.arg.flags": "O_WRONLY" }
        },
        {
          "name": "the container engine sets a container up",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/proc/sys/net/ipv4/ping_group_range", "proc.program": "runc", "evt.arg.flags": "O_WRONLY|O_CLOEXEC" }
        }
      ]
    },
    {
      "id": "file-hidden-executable",
      "title": "An executable with a hidden name was put in place",
      "description": "A program made an executable file whose name begins with a dot in a temporary directory or one of the system's, so that ls does not show it. Hidden settings are ordinary, hidden programs in such places are not. Malware that wants to stay unseen for a while uses them.",
      "trigger": "With success, a file with such a name is created with execute permission, or a regular file of such a name is made executable. It has to lie outside the project, in a directory that others may write or in one of the directories named. Version control and tools that unpack archives do not count.",
      "condition": "((evt.is_open_exec = true and file.was_created = true) or (evt.type in (chmod, fchmod, fchmodat, fchmodat2) and file.is_regular = true and evt.arg.mode contains anyof (S_IXUSR, S_IXGRP, S_IXOTH))) and fd.filename startswith . and (file.in_temp_dir = true or file.in_writable_dir = true or fd.name pmatch ($directories)) and file.is_in_workspace = false and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program put the hidden executable %fd.name in place",
      "object": "%fd.name",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": [
            "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/dev/shm",
            "/tmp", "/var/tmp", "/run", "/etc"
          ],
          "meaning": "Directories in which no hidden executable belongs."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "tar", "bsdtar", "unzip", "7z", "7zz", "cpio", "rsync", "git", "hg", "svn", "jj", "go", "cargo",
            "rustc", "rustup", "pip", "pip3", "pip3.*", "uv", "poetry", "pdm", "conda", "mamba", "micromamba", "npm", "npm-cli.js", "npx", "yarn",
            "yarn.js", "yarn-*.cjs", "pnpm", "pnpm.cjs", "bun", "gem", "bundle", "composer", "composer.phar", "nix", "nix-*", "flatpak", "ostree",
            "rpm-ostree", "unsquashfs", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah", "buildkitd", "crio"
          ],
          "meaning": "Version control, package managers and programs that unpack archives, as patterns."
        }
      },
      "example": {
        "text": "Hajime, a worm on cameras and routers, put its downloader and its main program on the devices under the names .s and .i, executed them and removed the first.",
        "date": "2016-10-16",
        "reference": "https://www.securityweek.com/iot-worm-hajime-uses-bittorrent-protocols-communications/"
      },
      "remedy": "Do not execute the file; look at what it is (file, sha256sum) and which program of the run wrote it. If it is unknown, treat the run's machine as taken over. A tool of your own should keep its programs below its own directory with an ordinary name.",
      "tags": { "attack": ["T1564.001"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a downloaded program is made executable",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/tmp/.x", "fd.filename": ".x", "file.is_regular": true, "proc.program": "chmod", "file.in_temp_dir": true, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "created with execute permission in shared memory",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/dev/shm/.sysd", "proc.program": "dropper", "evt.is_open_exec": true, "evt.arg.flags": "O_WRONLY|O_CREAT|O_EXCL", "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR", "fd.filename": ".sysd", "file.was_created": true, "file.name_is_random": false, "file.in_temp_dir": true, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "hidden among the files of services",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/run/user/1000/.cache/.upd", "fd.filename": ".upd", "file.is_regular": true, "proc.program": "install.sh", "file.in_temp_dir": false, "file.in_writable_dir": false, "file.is_in_workspace": false }
        }
      ],
      "silentOn": [
        {
          "name": "a hidden file without execute permission",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": true, "fd.name": "/tmp/.lock", "proc.program": "app", "evt.is_open_exec": false, "evt.arg.flags": "O_RDWR|O_CREAT|O_EXCL", "fd.filename": ".lock", "file.was_created": true, "file.in_temp_dir": true, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "an executable with an ordinary name",
          "event": { "evt.type": "fchmodat", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/tmp/build/configure", "fd.filename": "configure", "file.is_regular": true, "proc.program": "chmod", "file.in_temp_dir": false, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "a package brings a hook with a hidden name",
          "event": { "evt.type": "fchmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/tmp/npm-4242/package/.prepare.sh", "fd.filename": ".prepare.sh", "file.is_regular": true, "proc.program": "tar", "file.in_temp_dir": false, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "the kernel's build in a project below /tmp",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/tmp/linux/.tmp_vmlinux1", "fd.filename": ".tmp_vmlinux1", "file.is_regular": true, "proc.program": "ld", "file.in_temp_dir": false, "file.in_writable_dir": false, "file.is_in_workspace": true }
        },
        {
          "name": "a hidden directory",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR", "fd.name": "/tmp/.private", "fd.filename": ".private", "file.is_regular": false, "proc.program": "app", "file.in_temp_dir": true, "file.in_writable_dir": true, "file.is_in_workspace": false }
        },
        {
          "name": "a program of the user's own in his home",
          "event": { "evt.type": "chmod", "evt.rawres": 0, "evt.failed": false, "evt.arg.mode": "S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH", "fd.name": "/home/ann/.local/bin/.wrapper", "fd.filename": ".wrapper", "file.is_regular": true, "proc.program": "chmod", "file.in_temp_dir": false, "file.in_writable_dir": false, "file.is_in_workspace": false }
        }
      ]
    },
    {
      "id": "file-deletes-itself",
      "title": "A program deleted itself",
      "description": "A program removed the file that it was started from, while it runs on. Malware and the install scripts of malicious packages do it so that nobody finds what ran. Updates replace a program too, but package managers do that for it.",
      "trigger": "A process removes its own executable or script with success, outside the project or in one of the project's directories of dependencies. Package managers that update themselves do not count.",
      "condition": "evt.type in (unlink, unlinkat) and file.is_own_executable = true and (file.is_in_workspace = false or fd.name glob anyof ($dependencies)) and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program deleted its own file %fd.name",
      "object": "%fd.name",
      "criteria": {
        "dependencies": {
          "type": "paths",
          "default": ["*/node_modules/*", "*/site-packages/*", "*/vendor/*"],
          "meaning": "Directories of dependencies in the project, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "pip", "pip3", "pip3.*", "pipx", "uv", "conda", "mamba", "micromamba", "npm", "npm-cli.js",
            "yarn", "yarn.js", "pnpm", "pnpm.cjs", "corepack", "corepack.js", "bun", "deno", "gem", "bundle", "composer", "composer.phar", "rustup",
            "rustup-init", "cargo", "brew", "flatpak", "snap", "nix", "nix-*"
          ],
          "meaning": "Package managers that update themselves, as patterns."
        }
      },
      "example": {
        "text": "The releases 1.14.1 and 0.30.4 of axios on npm, published from a hijacked account, pulled in plain-crypto-js. Its install script setup.js fetched a remote-access trojan and then deleted itself, so that node_modules looked clean afterwards.",
        "date": "2026-03-31",
        "reference": "https://github.com/axios/axios/issues/10604"
      },
      "remedy": "The file is gone, so keep what is left: the report with its writer and its connections, and the package or download it came from. If you do not know the program, treat the machine and its credentials as compromised. An installer of your own should leave its removal to the program that started it.",
      "tags": { "attack": ["T1070.004"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a program in /tmp removes itself",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/tmp/x", "fd.name": "/tmp/x", "proc.program": "x", "file.is_own_executable": true, "file.is_in_workspace": false }
        },
        {
          "name": "by the name in /proc",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": ["/proc/self/exe", "/var/tmp/agent"], "fd.name": ["/proc/self/exe", "/var/tmp/agent"], "proc.program": "agent", "file.is_own_executable": true, "file.is_in_workspace": false }
        },
        {
          "name": "the install script of a package",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/node_modules/plain-x/setup.js", "fd.name": "/srv/shop/node_modules/plain-x/setup.js", "proc.program": "setup.js", "file.is_own_executable": true, "file.is_in_workspace": true }
        }
      ],
      "silentOn": [
        {
          "name": "a build removes the program that it tested",
          "event": { "evt.type": "unlinkat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/tmp/conftest", "fd.name": "/tmp/conftest", "proc.program": "rm", "file.is_own_executable": false, "file.is_in_workspace": false }
        },
        {
          "name": "a script of the project that is meant to be used once",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/init-template.py", "fd.name": "/srv/shop/init-template.py", "proc.program": "init-template.py", "file.is_own_executable": true, "file.is_in_workspace": true }
        },
        {
          "name": "the package manager replaces itself",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/bin/dpkg.dpkg-tmp", "fd.name": "/usr/bin/dpkg.dpkg-tmp", "proc.program": "dpkg", "file.is_own_executable": true, "file.is_in_workspace": false, "proc.pprogram": "apt-get" }
        },
        {
          "name": "pip updates pip",
          "event": { "evt.type": "unlink", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/.local/bin/pip", "fd.name": "/home/ann/.local/bin/pip", "proc.program": "pip", "file.is_own_executable": true, "file.is_in_workspace": false }
        },
        {
          "name": "the attempt fails",
          "event": { "evt.type": "unlink", "evt.rawres": -13, "evt.failed": true, "fs.path.name": "/usr/local/bin/tool", "fd.name": "/usr/local/bin/tool", "proc.program": "tool", "file.is_own_executable": true, "file.is_in_workspace": false }
        }
      ]
    },
    {
      "id": "file-time-stomped",
      "title": "An executable was made to look older than it is",
      "description": "A program set the modification time of an executable file back by more than a day. Intruders do so with programs that they have put in place or replaced, for a search by date passes them over then. Programs that copy and unpack do it to keep times as they were.",
      "trigger": "The modification time of a regular file that somebody may execute is set, with success, to more than a day before what it was. Programs that copy, unpack or install do not count. The policy standard does not enable it, since builds that are to be reproducible set times on purpose.",
      "condition": "evt.type in (utimensat, utimes, futimesat, utime) and file.time_set_back = true and file.is_executable = true and evt.failed = false and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs)",
      "message": "%proc.program set the time of %fd.name back",
      "object": "%fd.name",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf",
            "yum", "zypper", "pacman", "apk", "snapd", "preinst", "postinst", "prerm", "postrm", "*.preinst", "*.postinst", "*.prerm", "*.postrm",
            "rpm-tmp.*", "cp", "mv", "install", "tar", "bsdtar", "cpio", "unzip", "7z", "7zz", "unsquashfs", "ar", "ranlib", "strip", "*-strip",
            "objcopy", "*-objcopy", "patchelf", "rsync", "rclone", "scp", "sftp", "sftp-server", "restic", "borg", "git", "hg", "svn", "npm",
            "npm-cli.js", "yarn", "yarn.js", "yarn-*.cjs", "pnpm", "pnpm.cjs", "bun", "pip", "pip3", "pip3.*", "uv", "poetry", "conda", "mamba",
            "micromamba", "gem", "bundle", "composer", "composer.phar", "cargo", "rustup", "go", "ccache", "sccache", "bazel", "nix", "nix-*", "ostree",
            "rpm-ostree", "flatpak", "dh_*", "strip-nondeterminism", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "podman", "buildah",
            "buildkitd", "crio"
          ],
          "meaning": "Programs that keep times when they copy, unpack or install, as patterns; what they execute does not count either."
        }
      },
      "example": {
        "text": "Kobalos, a backdoor on high-performance computers, came with a replaced ssh that stole passwords; the times of the files that were replaced were set to hide the change.",
        "date": "2021-02-02",
        "reference": "https://attack.mitre.org/software/S0641/"
      },
      "remedy": "Compare the file with its package (dpkg --verify, rpm -V) and look at its change time, which can't be set (stat, ctime). If nobody can explain it, treat the program as replaced. For reproducible builds, set times in the archive that is made (tar --mtime, SOURCE_DATE_EPOCH), or add the tool to the programs.",
      "tags": { "attack": ["T1070.006"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "touch with an old date",
          "event": { "evt.type": "utimensat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/local/bin/sshd", "fd.name": "/usr/local/bin/sshd", "proc.program": "touch", "file.time_set_back": true, "file.is_executable": true }
        },
        {
          "name": "a program dates its own copy",
          "event": { "evt.type": "utimes", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/var/lib/x/agent", "fd.name": "/var/lib/x/agent", "proc.program": "agent", "file.time_set_back": true, "file.is_executable": true }
        },
        {
          "name": "by an open file",
          "event": { "evt.type": "futimesat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/opt/tool/bin/tool", "fd.name": "/opt/tool/bin/tool", "proc.program": "dropper", "file.time_set_back": true, "file.is_executable": true }
        }
      ],
      "silentOn": [
        {
          "name": "an archive is unpacked",
          "event": { "evt.type": "utimensat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/opt/tool/bin/tool", "fd.name": "/opt/tool/bin/tool", "proc.program": "tar", "file.time_set_back": true, "file.is_executable": true }
        },
        {
          "name": "cp -p keeps the time",
          "event": { "evt.type": "utimensat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/usr/local/bin/tool", "fd.name": "/usr/local/bin/tool", "proc.program": "cp", "file.time_set_back": true, "file.is_executable": true }
        },
        {
          "name": "make touches a target",
          "event": { "evt.type": "utimensat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/srv/shop/build/app", "fd.name": "/srv/shop/build/app", "proc.program": "touch", "file.time_set_back": false, "file.is_executable": true }
        },
        {
          "name": "a document gets its old date back",
          "event": { "evt.type": "utimensat", "evt.rawres": 0, "evt.failed": false, "fs.path.name": "/home/ann/photos/1.jpg", "fd.name": "/home/ann/photos/1.jpg", "proc.program": "exiftool", "file.time_set_back": true, "file.is_executable": false }
        },
        {
          "name": "the attempt on another's file fails",
          "event": { "evt.type": "utimensat", "evt.rawres": -1, "evt.failed": true, "fs.path.name": "/usr/bin/ls", "fd.name": "/usr/bin/ls", "proc.program": "touch", "file.time_set_back": true, "file.is_executable": true }
        }
      ]
    },
    {
      "id": "file-immutable-set",
      "title": "A file was made unchangeable",
      "description": "A program gave a file the attribute by which nobody can change or remove it, root included, until the attribute is taken off. Miners protect their start-up files and keys like that against being cleaned up. Administrators use it rarely, and builds have no reason to.",
      "trigger": "The attribute immutable or append-only is set on a file (chattr +i or +a) by another program than those named. The attempt counts, whatever the result.",
      "condition": "evt.type = ioctl and evt.arg.request in (FS_IOC_SETFLAGS, FS_IOC_FSSETXATTR) and file.attributes_set contains anyof (FS_IMMUTABLE_FL, FS_APPEND_FL) and not proc.program in ($programs)",
      "message": "%proc.program set %file.attributes_set on %fd.name",
      "object": "%fd.name",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "systemd", "systemd-tmpfiles", "systemd-logind", "systemd-boot", "bootctl", "efibootmgr", "grub-install", "fwupd", "ostree", "rpm-ostree",
            "snapper", "timeshift"
          ],
          "meaning": "Programs that protect variables of the firmware, or the system's own directory tree, like that."
        }
      },
      "example": {
        "text": "Miners that came in through CVE-2020-11651 in SaltStack left files behind that administrators could not delete, since the attribute immutable was set on them.",
        "date": "2020-05-06",
        "reference": "https://github.com/saltstack/salt/issues/57057"
      },
      "remedy": "List the attributes with lsattr and take them off with chattr -ia; if you don't know the file, find out which program wrote it and what starts it before you remove it. To protect files of your own, use permissions, a read-only mount or a read-only image, which a package manager can deal with.",
      "tags": { "attack": ["T1222.002"], "attackVersion": "18.1", "cwe": ["CWE-732"] },
      "firesOn": [
        {
          "name": "chattr +i on a timer's file",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/etc/cron.d/update", "proc.program": "chattr", "file.attributes_set": "FS_IMMUTABLE_FL" }
        },
        {
          "name": "a list of keys is made append-only",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/srv/x/authorized_keys", "proc.program": "setup.sh", "file.attributes_set": "FS_APPEND_FL" }
        },
        {
          "name": "the newer call does the same",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_FSSETXATTR", "fd.name": "/opt/m/miner", "proc.program": "miner", "file.attributes_set": "FS_IMMUTABLE_FL|FS_APPEND_FL" }
        },
        {
          "name": "the attempt counts without the right",
          "event": { "evt.type": "ioctl", "evt.rawres": -1, "evt.failed": true, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/home/ann/.config/x", "proc.program": "app", "file.attributes_set": "FS_IMMUTABLE_FL" }
        }
      ],
      "silentOn": [
        {
          "name": "a database turns copy-on-write off for its files",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/var/lib/db/base", "proc.program": "postgres", "file.attributes_set": "" }
        },
        {
          "name": "the attributes are only asked for",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_GETFLAGS", "fd.name": "/etc/cron.d/update", "proc.program": "lsattr" }
        },
        {
          "name": "the attribute is taken off again",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/etc/cron.d/update", "proc.program": "chattr", "file.attributes_set": "" }
        },
        {
          "name": "the variables of the firmware are protected",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "FS_IOC_SETFLAGS", "fd.name": "/sys/firmware/efi/efivars/LoaderEntry", "proc.program": "systemd-logind", "file.attributes_set": "FS_IMMUTABLE_FL" }
        }
      ]
    },
    {
      "id": "file-toctou",
      "title": "A file was checked first and opened by its name later",
      "description": "A process of root's asked whether a file may be accessed and then opened it by its name, in a directory that others may write. Between the two another user can put something else there, such as a link to a file that only root may open. The check then vouched for a file that was not opened.",
      "trigger": "A process with effective user id 0 opens a name for which it has called access or faccessat before, in a directory that others may write or below one. The attempt counts; names that nobody can guess and the programs named do not. The policy standard does not enable it, since many programs check needlessly.",
      "condition": "(evt.is_open_read = true or evt.is_open_write = true) and file.was_checked = true and user.euid = 0 and (file.in_temp_dir = true or file.in_writable_dir = true) and not file.name_is_random = true and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened %fd.name after a check by name",
      "object": "%fd.name",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "git", "make", "cmake", "ninja", "gcc*", "*-gcc*", "g++*", "*-g++*", "cc1*", "collect2", "ld", "ld.*", "*-ld", "*-ld.*", "rustc", "cargo",
            "npm", "npm-cli.js", "vim", "vi", "vim.*", "nano"
          ],
          "meaning": "Programs that check files for convenience and not for protection, as patterns."
        }
      },
      "example": {
        "text": "CVE-2020-13882: Lynis, which audits a system as root, checked the permissions of its log and report files and opened them later, so that a local user could get past the check.",
        "date": "2020-06-18",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2020-13882"
      },
      "remedy": "If the program is not yours, report it to its authors; until then let it work in a directory that only root may write. In your own program open the file first, with O_NOFOLLOW, and check what was opened with fstat; to act with another user's rights, take on his user id for the open instead of asking access. A check that protects nothing may simply go.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-367", "CWE-59"] },
      "firesOn": [
        {
          "name": "a script of root's checks its report in /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": false, "evt.is_open_write": true, "evt.is_open_create": false, "fd.name": "/tmp/report.dat", "proc.program": "audit", "evt.arg.flags": "O_WRONLY|O_APPEND", "file.in_temp_dir": true, "file.in_writable_dir": true, "file.name_is_random": false, "user.euid": 0, "file.was_checked": true }
        },
        {
          "name": "a set-user-id program reads what its caller names",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/var/tmp/in/list", "proc.program": "helper", "evt.arg.flags": "O_RDONLY", "user.uid": 1000, "file.in_temp_dir": false, "file.in_writable_dir": true, "file.name_is_random": false, "user.euid": 0, "file.was_checked": true }
        },
        {
          "name": "the attempt counts",
          "event": { "evt.type": "openat", "evt.rawres": -2, "evt.failed": true, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/srv/drop/job", "proc.program": "worker", "evt.arg.flags": "O_RDONLY", "file.in_temp_dir": false, "file.in_writable_dir": true, "file.name_is_random": false, "user.euid": 0, "file.was_checked": true }
        }
      ],
      "silentOn": [
        {
          "name": "an open without a check",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/tmp/report.dat", "proc.program": "audit", "evt.arg.flags": "O_RDONLY", "user.euid": 0, "file.was_checked": false, "file.in_temp_dir": true, "file.in_writable_dir": true, "file.name_is_random": false }
        },
        {
          "name": "the loader checks for its list of preloads",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/etc/ld.so.preload", "proc.program": "app", "evt.arg.flags": "O_RDONLY|O_CLOEXEC", "file.in_temp_dir": false, "file.in_writable_dir": false, "file.name_is_random": false, "user.euid": 0, "file.was_checked": true }
        },
        {
          "name": "an ordinary user has nothing to lose to others",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/tmp/list", "proc.program": "app", "evt.arg.flags": "O_RDONLY", "user.euid": 1000, "file.was_checked": true, "file.in_temp_dir": true, "file.in_writable_dir": true, "file.name_is_random": false }
        },
        {
          "name": "a name that nobody can guess",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/tmp/tmp.Wq81xkd2", "proc.program": "job", "evt.arg.flags": "O_RDONLY", "file.in_temp_dir": true, "file.in_writable_dir": true, "file.name_is_random": true, "user.euid": 0, "file.was_checked": true }
        },
        {
          "name": "git in a directory below /tmp",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "evt.is_open_create": false, "fd.name": "/tmp/clone/.git/config", "proc.program": "git", "evt.arg.flags": "O_RDONLY", "file.in_temp_dir": false, "file.in_writable_dir": true, "file.name_is_random": false, "user.euid": 0, "file.was_checked": true }
        }
      ]
    }
  ]
}

"""###)
}
