internal import CLibrary

/// The processes of one run, found by a variable of their environment that no other run has: also those that left the
/// process group. Where the system has no `/proc`, none is found.
enum ProcessTable {
  /// The ids of the processes whose environment holds `variable`, written `NAME=value`.
  static func processes(with variable: String) -> [pid_t] {
    let needle = Array(variable.utf8)
    return (FileTree.names(in: "/proc") ?? []).compactMap { name in
      guard let id = pid_t(name), let environment = FileTree.bytes(of: "/proc/" + name + "/environ") else { return nil }
      return environment.split(separator: 0).contains { $0.elementsEqual(needle) } ? id : nil
    }
  }

  /// Ends the processes whose environment holds `variable`, until there is none.
  ///
  /// - Returns: How many there were.
  static func end(processesWith variable: String) -> Int {
    var count = 0
    // A process that is becoming another program has no environment for a moment, so that none found once does not tell.
    var scansWithout = 0
    for _ in 0..<100 where scansWithout < 3 {
      let processes = processes(with: variable)
      scansWithout = processes.isEmpty ? scansWithout + 1 : 0
      count = max(count, processes.count)
      for id in processes { kill(id, SIGKILL) }
      usleep(2000)
    }
    return count
  }
}
