import Events
internal import JSON

extension JSONWriter {
  /// Writes the members of a `finding_info`.
  mutating func information(_ alert: Alert, _ description: String?, time: Int64) {
    member("uid", alert.fingerprint)
    member("title", bounded(alert.title, limit: 200))
    member("desc", bounded(description ?? alert.message, limit: 2_048))
    member("types") { $0.texts([alert.category.rawValue]) }
    member("created_time", time)
    member("first_seen_time", time)
    member("data_sources") { $0.texts(["system calls"]) }
    member("analytic") { writer in
      writer.object {
        $0.member("type_id", 1)
        $0.member("type", "Rule")
        $0.member("uid", bounded(alert.id, limit: 80))
        $0.member("name", bounded(alert.title, limit: 200))
        $0.member("category", alert.category.rawValue)
      }
    }
    guard !alert.tags.attack.isEmpty else { return }
    member("attacks") { writer in
      writer.array(alert.tags.attack.prefix(16)) { writer, technique in
        writer.object { $0.attack(technique, alert.tags.attackVersion) }
      }
    }
  }

  /// Writes a technique of ATT&CK: `T1059.004` is a sub-technique of `T1059`.
  private mutating func attack(_ technique: String, _ version: String?) {
    let parent = technique.split(separator: ".").first.map(String.init) ?? technique
    member("technique") { $0.object { $0.member("uid", bounded(parent, limit: 80)) } }
    if parent != technique {
      member("sub_technique") { $0.object { $0.member("uid", bounded(technique, limit: 80)) } }
    }
    member("version", version.map { bounded($0, limit: 20) })
  }

  /// Writes the process, the syscall and its object as one of the `evidences`.
  mutating func evidence(_ alert: Alert) {
    object { object in
      object.member("process") { $0.object { $0.actor(alert.process) } }
      if let endpoint = alert.endpoint, let port = endpoint.port {
        object.member(endpoint.isOwn ? "src_endpoint" : "dst_endpoint") { writer in
          writer.object {
            $0.member("ip", endpoint.address)
            $0.member("port", port)
            if let country = alert.country, !endpoint.isOwn {
              $0.member("location") { $0.object { $0.member("country", country) } }
            }
          }
        }
      } else if let endpoint = alert.endpoint {
        // A name without a leading slash is an abstract socket address, not a file.
        guard endpoint.address.hasPrefix("/") else { return }
        object.member("file") { $0.file(endpoint.address, type: (5, "Local Socket")) }
      } else if let path = alert.filePath {
        object.member("file") { $0.file(path, type: (0, "Unknown")) }
      }
    }
  }

  private mutating func actor(_ process: AlertProcess) {
    program(process.pid, process.exe)
    member("cmd_line", commandText(process.argv, limit: 4_096))
    member("working_directory", bounded(process.cwd))
    member("euid", process.euid)
    member("user") { $0.object { $0.member("uid", String(process.uid)) } }
    guard let parent = process.ancestors.first else {
      member("parent_process") { $0.object { $0.member("pid", process.ppid) } }
      return
    }
    member("parent_process") { $0.object { $0.program(parent.pid, parent.exe) } }
    // From the parent up to the command, as the schema requires.
    member("ancestry") { writer in
      writer.array(process.ancestors.prefix(32)) { writer, ancestor in
        writer.object {
          $0.member("pid", ancestor.pid)
          $0.member("name", bounded(lastName(ancestor.exe), limit: 255))
          $0.member("path", bounded(ancestor.exe))
        }
      }
    }
  }

  private mutating func program(_ pid: Int32, _ exe: String) {
    member("pid", pid)
    member("name", bounded(lastName(exe), limit: 255))
    member("file") { $0.file(exe, type: (1, "Regular File")) }
  }

  private mutating func file(_ path: String, type: (Int, String)) {
    object {
      $0.member("name", bounded(lastName(path), limit: 255))
      $0.member("path", bounded(path))
      $0.member("type_id", type.0)
      $0.member("type", type.1)
    }
  }

  /// Writes facts for which the schema has no attribute.
  mutating func unmapped(_ alert: Alert) {
    member("priority", alert.priority.name)
    member("policy", bounded(alert.policy, limit: 200))
    member("app", bounded(alert.app, limit: 200))
    member("component", alert.component.map { bounded($0, limit: 200) })
    if !alert.object.isEmpty { member("object", bounded(alert.object)) }
    member("call") { writer in
      writer.object {
        $0.member("type", bounded(alert.event.type, limit: 80))
        $0.member("result", alert.event.result)
        $0.member("errno", alert.event.errno.map { bounded($0, limit: 80) })
        $0.member("level", alert.event.level.rawValue)
        $0.member("args") { $0.named(bounded(alert.event.arguments)) }
      }
    }
    member("evidence") { $0.named(bounded(alert.evidence)) }
    member("why") { writer in
      writer.array(alert.why.prefix(16)) { writer, reason in
        writer.object {
          $0.member("check", bounded(reason.check, limit: 512))
          $0.member("value", bounded(reason.value, limit: 512))
        }
      }
    }
    if !alert.tags.cwe.isEmpty { member("cwe") { $0.texts(bounded(alert.tags.cwe)) } }
    if let exception = alert.exception {
      member("exception") { $0.object { $0.exception(exception) } }
    }
  }
}
