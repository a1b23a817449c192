internal import CLibrary

/// What the machine has to compute with.
package enum Processors {
  /// The number of processors that are running, at least 1.
  package static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// What the environment says; only what a user would call an option is asked for.
package enum ProcessEnvironment {
  /// The value of a variable that is set and not empty.
  package static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
