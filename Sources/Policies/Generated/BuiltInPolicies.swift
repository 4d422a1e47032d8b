// Written from policies.json by the tests. Change that file and run them with DFTRACE_RECORD=1.

/// The text of policies.json.
enum BuiltInPolicies {
  static let text = #"""
    {
      "schemaVersion": 1,
      "default": "standard",
      "policies": [
        {
          "name": "standard",
          "version": 1,
          "description": "Quiet on ordinary builds and test runs; fails on what is almost certainly harmful.",
          "failOn": "P1",
          "alerts": {
            "network-restricted-country": { "enabled": true, "priority": "P1" },
            "network-destination-not-allowed": { "enabled": true, "priority": "P2" },
            "network-raw-socket": { "enabled": true, "priority": "P2" },
            "network-container-runtime-socket": { "enabled": true, "priority": "P1" },
            "network-cleartext-protocol": { "enabled": true, "priority": "P3" },
            "network-low-port-listener": { "enabled": true, "priority": "P3" },
            "network-listens-everywhere": { "enabled": true, "priority": "P3" },
            "process-gained-root": { "enabled": true, "priority": "P1" },
            "process-shell-spawned": { "enabled": true, "priority": "P3" },
            "process-executes-from-temporary": { "enabled": true, "priority": "P2" },
            "process-memory-of-another": { "enabled": true, "priority": "P1" },
            "process-crashed": { "enabled": true, "priority": "P2" },
            "process-namespace-changed": { "enabled": true, "priority": "P2" },
            "process-mounted": { "enabled": true, "priority": "P1" },
            "library-preloaded": { "enabled": true, "priority": "P2" },
            "library-from-writable-directory": { "enabled": true, "priority": "P1" },
            "file-persistence": { "enabled": true, "priority": "P1" },
            "memory-writable-and-executable": { "enabled": true, "priority": "P2" },
            "memory-executable-stack": { "enabled": true, "priority": "P1" },
            "network-cloud-metadata": { "enabled": true, "priority": "P2" },
            "network-reverse-shell": { "enabled": true, "priority": "P1" },
            "network-shell-connects": { "enabled": true, "priority": "P1" },
            "process-fileless-execution": { "enabled": true, "priority": "P1" },
            "process-dropped-executable": { "enabled": true, "priority": "P1" },
            "process-traced-another": { "enabled": true, "priority": "P1" },
            "file-ssh-key-read": { "enabled": true, "priority": "P1" },
            "file-cloud-credentials-read": { "enabled": true, "priority": "P1" },
            "file-sensitive-read": { "enabled": true, "priority": "P2" },
            "file-write-system-binary": { "enabled": true, "priority": "P1" },
            "file-setuid-bit-set": { "enabled": true, "priority": "P1" }
          }
        },
        {
          "name": "max-alert",
          "version": 1,
          "description": "Every alert there is, to look around with; fails on nothing.",
          "extends": "standard",
          "failOn": "never",
          "alerts": {
            "*": { "enabled": true }
          }
        },
        {
          "name": "strict",
          "version": 1,
          "description": "For a CI gate: what standard watches, failing from P2 on.",
          "extends": "standard",
          "failOn": "P2",
          "alerts": {
            "network-cleartext-protocol": { "priority": "P2" },
            "network-low-port-listener": { "priority": "P2" },
            "network-listens-everywhere": { "priority": "P2" },
            "process-shell-spawned": { "priority": "P2" }
          }
        }
      ]
    }

    """#
}
