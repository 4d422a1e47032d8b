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
          "default": ["ssh", "ssh-add", "ssh-agent", "ssh-keygen", "ssh-keyscan", "ssh-keysign", "ssh-copy-id", "sshd", "sshd-session", "sshd-auth", "dbclient", "dropbear", "gnome-keyring-daemon"],
          "meaning": "Programs whose task it is to read these files."
        }
      },
      "example": {
        "text": "jeIlyfish, with a capital I, and python3-dateutil imitated two popular Python libraries on PyPI; their hidden code looked for SSH and GPG keys on developers' machines and sent them away.",
        "date": "2019-12-01",
        "reference": "https://github.com/dateutil/dateutil/issues/984"
      },
      "remedy": "If you do not know why the program needs the key, treat the key as stolen: replace it everywhere it is accepted, then find the code that read it. Protect keys with a passphrase and let programs use an agent, or keep them on a hardware token. A tool of your own that speaks SSH belongs into programs or an exception.",
      "tags": { "attack": ["T1552.004"], "cwe": ["CWE-522"] },
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
            "*/.aws/credentials", "*/.aws/sso/cache/*", "*/.aws/cli/cache/*", "*/.aws/login/cache/*",
            "*/.config/gcloud/credentials.db", "*/.config/gcloud/access_tokens.db", "*/.config/gcloud/application_default_credentials.json", "*/.config/gcloud/legacy_credentials/*",
            "*/.azure/accessTokens.json", "*/.azure/msal_token_cache.*", "*/.azure/service_principal_entries.*",
            "*/.oci/*.pem", "*/.aliyun/config.json", "*/.bluemix/config.json", "*/.config/doctl/config.yaml", "*/.config/hcloud/cli.toml", "*/.config/scw/config.yaml", "*/.config/linode-cli", "*/.terraform.d/credentials.tfrc.json"
          ],
          "meaning": "Files with access keys and tokens of clouds, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": ["aws", "aws-vault", "sam", "cdk", "eksctl", "aws-iam-authenticator", "docker-credential-ecr-login", "gcloud", "gcloud.py", "gsutil", "gsutil.py", "bq", "bq.py", "gke-gcloud-auth-plugin", "docker-credential-gcloud", "az", "azure.cli", "oci", "aliyun", "ibmcloud", "doctl", "hcloud", "scw", "linode-cli", "terraform", "tofu", "packer", "pulumi"],
          "meaning": "Programs whose task it is to read these files."
        }
      },
      "example": {
        "text": "Releases 1.82.7 and 1.82.8 of litellm on PyPI, published from a hijacked account, collected AWS, Google Cloud and Azure credentials, SSH keys and Kubernetes secrets of every machine on which they ran and sent them to the attackers.",
        "date": "2026-03-24",
        "reference": "https://github.com/BerriAI/litellm/issues/24512"
      },
      "remedy": "Unless the program uses the cloud on your behalf, revoke the keys at once and look at the account's log for their use; then find the code that read the file. Prefer short-lived credentials to keys in files, and give builds roles of their own. An application that uses a cloud's SDK on purpose belongs into programs or an exception.",
      "tags": { "attack": ["T1552.001"], "cwe": ["CWE-522"] },
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
          "default": ["/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/security/opasswd", "/etc/sudoers", "/etc/sudoers.d/*", "/etc/pam.d/*", "/etc/ssl/private/*", "/etc/pki/tls/private/*", "/etc/krb5.keytab", "/etc/wireguard/*"],
          "meaning": "Sensitive files, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "passwd", "chpasswd", "chage", "chsh", "chfn", "gpasswd", "newusers", "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "adduser", "addgroup", "deluser", "delgroup",
            "vipw", "pwck", "grpck", "pwconv", "pwunconv", "grpconv", "grpunconv", "unix_chkpwd", "unix_update", "pam-auth-update",
            "login", "su", "runuser", "sudo", "visudo", "pkexec", "polkit-agent-helper-1", "sshd", "sshd-session", "sshd-auth", "cron", "crond", "atd",
            "systemd", "systemd-executor", "systemd-sysusers", "systemd-logind", "nscd", "sssd", "sssd_be", "wg", "wg-quick",
            "dpkg", "dpkg-preconfigure", "apt", "apt-get", "rpm", "dnf", "dnf5", "yum", "zypper", "apk", "make-ssl-cert", "nginx", "apache2", "httpd", "haproxy", "postgres", "mysqld", "mariadbd"
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
      "tags": { "attack": ["T1003.008"], "cwe": ["CWE-22", "CWE-552"] },
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
          "default": ["dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude", "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd"],
          "meaning": "Programs whose task it is to install software."
        }
      },
      "example": {
        "text": "CVE-2019-5736: a malicious container could open runc, the host's program that starts containers, through /proc/self/exe for writing and replace it, so that the next start of any container ran the attacker's code as root on the host.",
        "date": "2019-02-11",
        "reference": "https://kubernetes.io/blog/2019/02/11/runc-and-cve-2019-5736/"
      },
      "remedy": "Compare the file with its package (dpkg --verify, rpm -V) and reinstall the package if it differs. Install your own programs below /usr/local or a home directory, or as a package, and do not run builds and tests as root.",
      "tags": { "attack": ["T1554"], "cwe": [] },
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
          "default": ["dpkg", "dpkg-deb", "dpkg-statoverride", "apt", "apt-get", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd"],
          "meaning": "Programs whose task it is to install software."
        }
      },
      "example": {
        "text": "CVE-2016-10156: systemd 228 created the stamp files of its timers with all mode bits set, world-writable and set-user-id root; any local user could put a program into one and become root.",
        "date": "2017-01-23",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-10156"
      },
      "remedy": "Remove the bit (chmod u-s,g-s FILE). Where more rights are really needed, give the program a single capability, a service to talk to or a rule in sudoers instead. If the bit comes from copying or unpacking, do that without keeping modes.",
      "tags": { "attack": ["T1548.001"], "cwe": ["CWE-732"] },
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
            "/etc/cron*", "/var/spool/cron/*", "/etc/anacrontab", "/etc/systemd/system/*", "/etc/systemd/user/*",
            "/lib/systemd/system/*", "/usr/lib/systemd/*", "/run/systemd/system/*", "*/.config/systemd/user/*",
            "/etc/init.d/*", "/etc/rc*.d/*", "/etc/rc.local", "/etc/inittab", "/etc/profile", "/etc/profile.d/*",
            "/etc/bash.bashrc", "/etc/zsh/*", "/etc/environment", "*/.bashrc", "*/.bash_profile", "*/.bash_login",
            "*/.bash_logout", "*/.profile", "*/.zshrc", "*/.zshenv", "*/.zprofile", "*/.zlogin", "*/.kshrc",
            "*/.config/fish/config.fish", "*/.ssh/authorized_keys", "*/.ssh/authorized_keys2", "*/.ssh/rc", "/etc/pam.d/*",
            "/etc/sudoers", "/etc/sudoers.d/*", "/etc/udev/rules.d/*", "/lib/udev/rules.d/*", "/etc/xdg/autostart/*",
            "*/.config/autostart/*", "/etc/ld.so.preload", "*/site-packages/*.pth", "*/dist-packages/*.pth",
            "*/site-packages/sitecustomize.py", "*/site-packages/usercustomize.py", "*/dist-packages/sitecustomize.py",
            "/etc/python3*/sitecustomize.py", "*/.git/hooks/*", "/etc/update-motd.d/*", "/etc/apt/apt.conf.d/*"
          ],
          "meaning": "Files that are run by themselves, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "apk", "apt", "apt-get", "aptitude", "chezmoi", "conda", "crontab", "deb-systemd-helper", "dnf", "dnf5",
            "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "ensurepip", "git", "hatch", "husky", "lefthook",
            "mamba", "microdnf", "micromamba", "pacman", "pdm", "pip", "pip3", "poetry", "pre-commit", "rpm", "snapd",
            "stow", "systemctl", "unattended-upgrade", "update-alternatives", "update-rc.d", "useradd", "uv", "venv",
            "virtualenv", "visudo", "yum", "zypper"
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
      "tags": { "attack": ["T1543", "T1053.003", "T1546.004", "T1098.004"], "cwe": ["CWE-506"] },
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
    }
  ]
}

"""###)
}
