import Decoding
import Events

/// The texts of `/proc` and of a machine's files, each of which may be any of them.
func readTexts(_ bytes: [UInt8]) throws {
  var input = Input(bytes)
  let kind = input.byte()
  let text = input.all()
  switch kind % 6 {
  case 0: readTask(text)
  case 1: try readMappings(text)
  case 2: readMachine(text)
  case 3: readUsers(text)
  case 4: try readIndex(text)
  default: readLinks(text)
  }
}

private func readTask(_ text: [UInt8]) {
  _ = ProcTexts.status(text)
  _ = ProcTexts.sessionAndTerminal(text)
  _ = ProcTexts.startTime(text)
  _ = ProcTexts.stackPointer(text)
  let credentials = Credentials(text)
  _ = Capabilities.names(of: credentials.effective)
  var former = credentials
  former = Credentials(Array("Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n".utf8))
  _ = credentials.keptPrivileges(former: former)
}

private func readMappings(_ text: [UInt8]) throws {
  let all = ProcMaps.executable(in: text) + ProcMaps.beginnings(in: text)
  for mapping in all {
    try expect(mapping.start < mapping.end, "a mapping without bytes")
    let found = ProcMaps.mapping(
      containing: mapping.start, in: text, stackPointer: mapping.end &- 1)
    try expect(found != nil, "a mapping that is listed is not found")
  }
  _ = ProcMaps.mapping(containing: .max, in: text)
}

private func readMachine(_ text: [UInt8]) {
  let release = HostTexts.release(text)
  _ = EndOfLife.date(of: release)
  _ = HostTexts.mounts(text)
  _ = HostTexts.isContainer(cgroup: text)
  _ = HostTexts.kernelNumber(String(decoding: text, as: UTF8.self))
}

private func readUsers(_ text: [UInt8]) {
  _ = UserList(text).homes
  _ = IDNames(text).name(of: 0)
  _ = ProcTexts.nameServers(text)
}

private func readIndex(_ bytes: [UInt8]) throws {
  guard let index = GitIndex(bytes) else { return }
  try expect(index.count <= bytes.count, "more entries than bytes")
}

private func readLinks(_ text: [UInt8]) {
  _ = ProcTexts.socketInode(text)
  _ = ProcTexts.variable("LD_PRELOAD", in: text)
  _ = Paths.processNumber(text)
}
