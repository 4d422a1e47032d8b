import Testing

extension EndToEnd {
  /// What a run does in trees that it created, and the same in those that were there.
  @Suite struct OwnGround {
    struct Deed: CustomTestStringConvertible {
      let name: String
      /// The alert, or nil if the deed is silent.
      var alert: String?
      /// For `sh -eu`, untraced, in the directory of the run.
      var before = ""
      /// For `sh -eu`, in a project.
      let script: String

      var testDescription: String { name }
    }

    static let deeds = [
      Deed(
        name: "a key in a temporary home of the run's own",
        script: "H=$(mktemp -d); mkdir $H/.ssh; echo k > $H/.ssh/id_rsa; cat $H/.ssh/id_rsa"),
      Deed(
        name: "a key in a temporary home that was there", alert: "file-ssh-key-read",
        before: "mkdir -p home/.ssh; echo k > home/.ssh/id_rsa", script: "cat ../home/.ssh/id_rsa"),
      Deed(
        name: "a start-up file in a home of the run's own",
        script:
          "HOME=$(mktemp -d); export HOME; echo alias > ~/.bashrc; echo x > ~/.npmrc; cat ~/.npmrc"),
      Deed(
        name: "a start-up file in a home that was there", alert: "file-persistence",
        before: "mkdir home", script: "mkdir -p ../home; echo alias > ../home/.bashrc"),
      Deed(
        name: "a token that is looked for in a directory of the run's own",
        script: "D=$(mktemp -d); cat $D/.netrc 2> $D/log || true"),
      Deed(
        name: "a key that a hard link brings there", alert: "file-ssh-key-read",
        before: "mkdir -p home/.ssh; echo k > home/.ssh/id_rsa",
        script: """
          D=$(mktemp -d -p ..); mkdir $D/.ssh; ln ../home/.ssh/id_rsa $D/.ssh/id_rsa
          echo >> $D/.ssh/id_rsa; cat $D/.ssh/id_rsa
          """),
      Deed(
        name: "a key in a directory that is moved there", alert: "file-ssh-key-read",
        before: "mkdir -p home/.ssh; echo k > home/.ssh/id_rsa",
        script: "D=$(mktemp -d -p ..); mv ../home/.ssh $D/; cat $D/.ssh/id_rsa"),
      Deed(
        name: "a key that was only appended to", alert: "file-ssh-key-read",
        before: "mkdir -p home/.ssh; echo k > home/.ssh/id_rsa",
        script: "echo >> ../home/.ssh/id_rsa; cat ../home/.ssh/id_rsa"),
      Deed(
        name: "a start-up file that is moved out", alert: "file-persistence", before: "mkdir home",
        script: "D=$(mktemp -d -p ..); echo x > $D/.bashrc; mv $D/.bashrc ../home/.bashrc"),
      Deed(
        name: "a startup hook in an environment of the run's own",
        script: "mkdir -p .tox/py/site-packages; echo import x > .tox/py/site-packages/x.pth"),
      Deed(
        name: "a startup hook in an environment that was there", alert: "file-persistence",
        before: "mkdir -p project/env/site-packages",
        script: "echo import x > env/site-packages/x.pth"),
      Deed(
        name: "an unpacked repository with workflows and hooks",
        before: """
          mkdir -p new/.github/workflows new/.git/hooks new/.circleci; echo x > new/.gitlab-ci.yml
          echo x > new/.github/workflows/ci.yml; echo x > new/.git/hooks/pre-commit
          echo x > new/.circleci/config.yml; tar cf project/new.tar new
          """, script: "tar xf new.tar; cp -r new copy"),
      Deed(
        name: "a workflow in a repository that was there", alert: "file-ci-workflow-written",
        script: "mkdir -p .github/workflows; echo x > .github/workflows/ci.yml"),
      Deed(
        name: "a hook in a repository that was there", alert: "file-persistence",
        before: "mkdir -p project/old/.git",
        script: "mkdir old/.git/hooks; echo x > old/.git/hooks/pre-commit"),
      Deed(
        name: "a copy's temporary name of a sample hook", before: "mkdir -p project/old/.git/hooks",
        script: """
          echo x > old/.git/hooks/.pre-commit.sample.Ab12Cd
          mv old/.git/hooks/.pre-commit.sample.Ab12Cd old/.git/hooks/pre-commit.sample
          """),
      Deed(
        name: "a copy's temporary name of a hook", alert: "file-persistence",
        before: "mkdir -p project/old/.git/hooks",
        script: """
          echo x > old/.git/hooks/.pre-commit.Ab12Cd
          mv old/.git/hooks/.pre-commit.Ab12Cd old/.git/hooks/pre-commit
          """),
      Deed(
        name: "test data in the project",
        before: "mkdir -p project/tests/data; echo x > project/tests/data/.netrc",
        script: "cat tests/data/.netrc"),
      Deed(
        name: "a token in the project that is no test data", alert: "file-git-credentials-read",
        before: "echo x > project/.netrc", script: "cat .netrc"),
    ]

    @Test(.timeLimit(.minutes(3)), arguments: deeds)
    func onlyWhatWasThereIsReported(_ deed: Deed) throws {
      let scratch = try Scratch()
      var before = Command("/bin/sh", "-euc", "mkdir project project/.git\n" + deed.before)
      before.directory = scratch.path
      #expect(try before.run().end == .exited(0))
      var command = Command("/bin/sh", "-euc", deed.script)
      command.directory = scratch.file("project")
      let traced = try Traced(command, options: ["--fail-on", "P2"])
      #expect(traced.ran.end == .exited(deed.alert == nil ? 0 : 86), "\(traced.ran.errorText)")
      if let alert = deed.alert {
        #expect(traced.report.alertIDs.contains(alert), "\(traced.report.messages)")
      } else {
        #expect(traced.report.alertIDs.isEmpty, "\(traced.report.messages)")
      }
    }
  }
}
