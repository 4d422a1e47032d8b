import Events
import Testing

@testable import Reports

/// Values that look real are put together at run time, so that scanners of this repository's own
/// history have nothing to report.
@Suite struct RedactorTests {
  static let digits = "0123456789012345678901234567890123456789"
  static let r = Redactor.mark

  /// An argument vector, and what is left of it, joined by blanks.
  static let hidden: [([String], String)] = [
    (["app", "--password=hunter2"], "app --password=\(r)"),
    (["app", "--password=two words"], "app --password=\(r)"),
    (["app", "--password", "hunter2", "x"], "app --password \(r) x"),
    (["app", "--db-pass", "hunter2"], "app --db-pass \(r)"),
    (["app", "--token", "abc123"], "app --token \(r)"),
    (["app", "--accessToken=abc123"], "app --accessToken=\(r)"),
    (["app", "--api-key", "abc123"], "app --api-key \(r)"),
    (["app", "--client_secret=abc"], "app --client_secret=\(r)"),
    (["java", "-Dspring.datasource.password=abc"], "java -Dspring.datasource.password=\(r)"),
    (["java", "-DtrustStorePassword=changeit"], "java -DtrustStorePassword=\(r)"),
    (["env", "PGPASSWORD=a&b;c"], "env PGPASSWORD=\(r)"),
    (["env", "DB_PASSWORD2=abc"], "env DB_PASSWORD2=\(r)"),
    (["env", "MYSQL_PWD=abc"], "env MYSQL_PWD=\(r)"),
    (["env", "SECRET_KEY_BASE=abc"], "env SECRET_KEY_BASE=\(r)"),
    (["env", "AWS_SECRET_ACCESS_KEY=/abc+d/e"], "env AWS_SECRET_ACCESS_KEY=\(r)"),
    (["docker", "build", "--build-arg=X_TOKEN=abc"], "docker build --build-arg=X_TOKEN=\(r)"),
    (["mysql", "-uroot", "-phunter2", "shop"], "mysql -uroot -p\(r) shop"),
    (["/usr/bin/mysqldump", "-phunter2"], "/usr/bin/mysqldump -p\(r)"),
    (["sshpass", "-p", "hunter2", "ssh"], "sshpass -p \(r) ssh"),
    (["redis-cli", "-a", "hunter2"], "redis-cli -a \(r)"),
    (["curl", "-u", "ana:hunter2", "h"], "curl -u \(r) h"),
    (["curl", "-H", "Authorization: Bearer abc.def"], "curl -H Authorization: Bearer \(r)"),
    (["curl", "-H", "authorization: Basic YTpi"], "curl -H authorization: Basic \(r)"),
    (["curl", "-H", "Authorization: abcdef"], "curl -H Authorization: \(r)"),
    (["curl", "-H", "X-Api-Key: abcdef"], "curl -H X-Api-Key: \(r)"),
    (
      ["curl", "-d", #"{"user":"a","password": "b c"}"#],
      #"curl -d {"user":"a","password": "\#(r)"}"#
    ),
    (["curl", "-d", #"{"token":"abc","n":1}"#], #"curl -d {"token":"\#(r)","n":1}"#),
    (["curl", "https://h/p?token=abc&x=1"], "curl https://h/p?token=\(r)&x=1"),
    (["git", "clone", "https://ana:hunter2@h/x"], "git clone https://ana:\(r)@h/x"),
    (["git", "clone", "https://ana:p@ss@h/x@y"], "git clone https://ana:\(r)@h/x@y"),
    (["psql", "postgres://:hunter2@h/db"], "psql postgres://:\(r)@h/db"),
    (["openssl", "rsa", "-passin", "pass:hunter2"], "openssl rsa -passin pass:\(r)"),
    (["sh", "-c", "TOKEN=abc make all"], "sh -c TOKEN=\(r) make all"),
    (["sh", "-c", "mysql -phunter2 | sort -plain"], "sh -c mysql -p\(r) | sort -plain"),
    (
      ["sh", "-c", "PASSWORD='a b' it --token \"c d\" e"],
      "sh -c PASSWORD='\(r)' it --token \"\(r)\" e"
    ),
    (["x", "AK" + "IA" + "ABCDEFGHIJKLMNOP"], "x \(r)"),
    (["x", "key=AS" + "IA" + "ABCDEFGH12345678,y"], "x key=\(r),y"),
    (["x", "gh" + "p_" + digits], "x \(r)"),
    (["x", "gh" + "o_" + digits], "x \(r)"),
    (["x", "github" + "_pat_" + digits], "x \(r)"),
    (["x", "glp" + "at-" + digits], "x \(r)"),
    (["x", "xo" + "xb-" + digits], "x \(r)"),
    (["x", "sk" + "-" + "abcdefgh1234ijklmnop"], "x \(r)"),
    (["x", "sk" + "_live_" + digits], "x \(r)"),
    (["x", "ey" + "Jhbgciabc.ey" + "Jzdwiiabc.sig-na_ture"], "x \(r)"),
    (
      ["x", "-----BEGIN RSA PRIVATE" + " KEY-----\nabc\n-----END RSA PRIVATE" + " KEY-----y"],
      "x \(r)y"
    ),
    (["x", "-----BEGIN PRIVATE" + " KEY-----\nabc\ndef"], "x \(r)"),
  ]

  @Test(arguments: hidden)
  func credentialsAreHidden(_ arguments: [String], _ expected: String) {
    let once = Redactor().redact(arguments)
    #expect(once.joined(separator: " ") == expected)
    #expect(Redactor().redact(once) == once, "a second time changes nothing")
  }

  static let ordinary: [[String]] = [
    ["app", "--password-file=/run/secrets/db"], ["app", "--password-stdin", "registry"],
    ["app", "--token-endpoint", "https://id.example/oauth"], ["app", "--token-endpoint=https://x"],
    ["app", "--max-token=4096"], ["app", "--max-tokens", "4096"], ["app", "--tokenizer", "bpe"],
    ["env", "TOKENIZERS_PARALLELISM=false"], ["env", "PASSWORD_STORE_DIR=/home/ana/.store"],
    ["env", "SSH_ASKPASS=/usr/bin/ask"], ["env", "PWD=/srv/shop", "OLDPWD=/srv"],
    ["app", "--no-password", "shop"], ["app", "--secret-name", "db"], ["app", "--token-type=jwt"],
    ["app", "--private-key=/home/ana/.ssh/id"], ["app", "--token", "/run/secrets/t"],
    ["app", "--token", "--verbose"], ["app", "--password=$DB_PASSWORD"], ["app", "--password="],
    ["app", "--password=${DB}"], ["app", "--secret", "id=db,src=/run/x"], ["app", "TOKEN=true"],
    ["sshd", "-o", "PasswordAuthentication=no"], ["app", "--sort-key=name"], ["sort", "--key=2"],
    ["docker", "run", "-p", "8080:80", "nginx"], ["mkdir", "-p", "a/b"], ["ps", "-p", "42"],
    ["mysql", "-p", "shop"], ["mysql", "-P3306"], ["curl", "-u", ""], ["ssh", "-p2222", "h"],
    ["git", "clone", "ssh://git@h:22/x"], ["git", "clone", "git@h:x/y.git"],
    ["curl", "http://h:8080/a@b:c"], ["curl", "http://h/a:b@c"], ["tar", "--exclude=secretary"],
    ["cc", "-DKEY=1", "-Wpass-failed", "-fpass-plugin=x.so"],
    ["pip", "install", "sk-learn-contrib-project"],
    ["x", "AKI" + "A"], ["x", "XAK" + "IAABCDEFGHIJKLMNOP"], ["x", "AK" + "IAABCDEFGHIJKLMNOPQ"],
    ["x", "eyJ.a.b"], ["x", "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----"],
    ["x", "unexpected token: brace"], ["x", "keyboard:us"], ["monkey", "--monkey=5"], ["", "="],
    ["gcc", "-o", "app", "main.c"], ["node", "--max-old-space-size=4096", "x.js"],
    [":", "::", "=:="],
  ]

  @Test(arguments: ordinary)
  func ordinaryArgumentsStay(_ arguments: [String]) {
    #expect(Redactor().redact(arguments) == arguments)
  }

  @Test func whatTheArgumentsHideIsHiddenEverywhere() {
    var alert = Samples.country
    alert.process.argv = ["mysql", "-phunter22", "--password=two words"]
    alert.process.cwd = "/srv/hunter22"
    alert.message = "mysql ran `mysql -phunter22 --password=two words`"
    alert.evidence = [.init("text", .text("two words")), .init("n", .number(1))]
    alert.event.arguments = [.init("argv", .text("-phunter22"))]
    alert.why = [.init(check: "proc.cmdline contains hunter22", value: "x hunter22 y")]
    let redacted = Redactor().redact(alert)
    #expect(redacted.process.argv == ["mysql", "-p\(Self.r)", "--password=\(Self.r)"])
    #expect(redacted.process.cwd == "/srv/\(Self.r)")
    #expect(redacted.message == "mysql ran `mysql -p\(Self.r) --password=\(Self.r)`")
    #expect(redacted.evidence == [.init("text", .text(Self.r)), .init("n", .number(1))])
    #expect(redacted.event.arguments == [.init("argv", .text("-p\(Self.r)"))])
    #expect(redacted.why[0].value == "x \(Self.r) y")
    #expect(redacted.fingerprint == alert.fingerprint)
  }

  @Test func anAlertWithoutSecretsStays() {
    #expect(Redactor().redact(Samples.country) == Samples.country)
    #expect(Redactor().redact(Samples.summary) == Samples.summary)
  }

  @Test func theSummaryIsRedacted() {
    var summary = Samples.summary
    summary.command = ["app", "--token=abcdef"]
    summary.inventory.programs = [.init(name: "/opt/abcdef/x", count: 1)]
    summary.blindSpots = [.init(id: "a", message: "https://u:p@h/ failed")]
    let redacted = Redactor().redact(summary)
    #expect(redacted.command == ["app", "--token=\(Self.r)"])
    #expect(redacted.inventory.programs[0].name == "/opt/\(Self.r)/x")
    #expect(redacted.blindSpots[0].message == "https://u:\(Self.r)@h/ failed")
  }

  /// A quadratic scanner takes hours over these; a linear one, a second.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "a", "=", "-", "token=a&", "sk-", "eyJ-", "eyJaaaaaaaaa.", "://", "://a:b@",
      "-----BEGIN ", "A_TOKEN='x ", "--token ", "\"password\":", "é", "password:",
    ])
  func longTextsAreScanned(_ unit: String) {
    let text = String(repeating: unit, count: 300_000 / unit.utf8.count)
    #expect(Redactor().redact([text]).count == 1)
  }

  @Test func occurrencesAreAllFound() {
    func find(_ needle: String, _ hay: String) -> [Range<Int>] {
      occurrences(of: Array(needle.utf8), in: Array(hay.utf8))
    }
    #expect(find("aab", "aaabaab") == [1..<4, 4..<7])
    #expect(find("aa", "aaaaa") == [0..<2, 2..<4])
    #expect(find("abcabd", "abcabcabd") == [3..<9])
    #expect(find("x", "") == [] && find("", "x") == [])
  }
}
