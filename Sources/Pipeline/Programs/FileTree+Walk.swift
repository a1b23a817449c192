internal import CLibrary

extension FileTree {
  /// The size of a file in bytes, 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Visits everything below a folder, folders before what is in them, in byte order of names. Links are not followed.
  ///
  /// - Parameter visit: Gets the path below the folder and the status; where it answers false, nothing more is visited.
  /// - Returns: Whether all was visited.
  @discardableResult
  static func walk(_ folder: String, below prefix: String = "", _ visit: (String, stat) -> Bool) -> Bool {
    for name in names(in: folder) ?? [] {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      guard visit(prefix + name, status) else { return false }
      guard status.st_mode & S_IFMT == S_IFDIR else { continue }
      guard walk(path, below: prefix + name + "/", visit) else { return false }
    }
    return true
  }

  /// The first bytes of a file, none where it cannot be read.
  static func beginning(of path: String, _ limit: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let got = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + count }, limit - count, off_t(count))
      }
      if got > 0 { count += got } else if got == 0 || errno != EINTR { break }
    }
    return Array(bytes[..<count])
  }

  /// Removes a folder with all that is in it, also where its owner took away the right to.
  static func removeForeign(_ folder: String) {
    chmod(folder, 0o700)
    walk(folder) { path, status in
      if status.st_mode & S_IFMT == S_IFDIR { chmod(folder + "/" + path, 0o700) }
      return true
    }
    remove(folder)
  }
}
