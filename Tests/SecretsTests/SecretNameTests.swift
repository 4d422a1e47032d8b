import Testing

@testable import Secrets

/// Names whose values are credentials, and near twins whose values are none.
@Suite struct SecretNameTests {
  private static func kind(_ name: String) -> SecretName.Kind? {
    SecretName.kind(of: Array(name.utf8))
  }

  @Test(arguments: [
    "password", "PASSWORD", "--password", "DB_PASSWORD", "dbPassword", "db.password", "DBPASSWORD",
    "passwd", "passphrase", "--client-secret", "clientSecret", "PASSWORD2", "MY_SECRET_1",
    "trustStorePassword", "SECRET_KEY_BASE", "POSTGRES_PASSWORD_OLD",
  ])
  func nameOfASecret(_ name: String) { #expect(Self.kind(name) == .secret) }

  @Test(arguments: [
    "token", "--access-token", "accessToken", "GITHUB_TOKEN", "NPM_TOKEN_2", "apikey", "APIKEY",
    "credential", "credentials", "AWS_CREDENTIALS", "secretkey", "accesskey", "API_KEY", "apiKey",
    "--private-key", "storage.key", "MYSQL_PWD", "DB_PASS", "--db-pass", "signing_key",
  ])
  func nameOfAKey(_ name: String) { #expect(Self.kind(name) == .key) }

  @Test(arguments: [
    "", "-", "_", "name", "user", "--verbose",
    // What is about a secret.
    "--password-file", "PASSWORD_FILE", "passwordFile", "TOKEN_URL", "token_type", "secret-name",
    "SECRET_ARN", "token.ttl", "PASSWORD_MIN_LENGTH", "credentials_path",
    // Counts, switches.
    "NOPASSWD", "nopassword",
    "--max-token", "--no-password", "--ask-password", "disable_token", "skipPassword",
    // Other words that begin or end alike.
    "TOKENIZERS_PARALLELISM", "tokens", "passwords", "secretary", "credentialed",
    // A last word that is telling only after some others.
    "key", "KEY", "--sort-key", "PUBLIC_KEY", "hotkey", "pwd", "PWD", "OLDPWD", "OLD_PWD", "pass",
    "--first-pass", "multi_pass", "bypass",
  ])
  func nameOfNoSecret(_ name: String) { #expect(Self.kind(name) == nil) }

  /// The last noun decides, and what stands before or after it.
  @Test func lastNounDecides() {
    #expect(Self.kind("token_password") == .secret)
    #expect(Self.kind("password_token") == .key)
    #expect(Self.kind("file_password") == .secret)
    #expect(Self.kind("password_file_token") == .key)
    #expect(Self.kind("password_no") == .secret)
  }

  @Test func onlyTheEndOfALongNameCounts() {
    let long = String(repeating: "x", count: 200)
    #expect(Self.kind("no_" + long + "_password") == .secret)
    #expect(Self.kind("password_" + long) == nil)
    #expect(Self.kind("no_" + String(repeating: "x", count: 100) + "_password") == nil)
  }
}
