import TestSupport
import Testing

@testable import Tracing

/// What tells a container from a machine on which dftrace has namespaces of its own.
@Suite struct ContainerTests {
  private static let host = "27 1 254:0 / / rw - ext4 /dev/vda rw\n"
  private static let overlay = "50 49 0:41 / / rw - overlay overlay rw\n"

  @Test(
    arguments: [
      // The mount namespace of the machine, and a container's own.
      ("mnt:[4026531832]", host, host, false), ("mnt:[4026532178]", overlay, overlay, true),
      // `unshare --mount` on the machine: the same file system by another mount.
      ("mnt:[4026532178]", "44 42 254:0 / / rw - ext4 /dev/vda rw\n", host, false),
      // A container that shares the machine's process ids, and one of another directory.
      ("mnt:[4026532178]", overlay, host, true),
      ("mnt:[4026532178]", "44 42 254:0 /images/1 / rw - ext4 /dev/vda rw\n", host, true),
      // The first process's mounts are unreadable.
      ("mnt:[4026532178]", overlay, "", true),
    ])
  func anOwnMountNamespaceIsNoContainer(
    _ namespace: String, _ own: String, _ first: String, _ isContainer: Bool
  ) {
    let inspector = FakeInspector()
    inspector.addFile("/.dockerenv")
    inspector.addFile("/proc/self/mountinfo", own)
    inspector.addFile("/proc/1/mountinfo", first)
    inspector.addLink("/proc/self/ns/mnt", to: namespace)
    #expect(HostFacts(root: "", hasProject: true, inspector).isContainer == isContainer)
  }
}
