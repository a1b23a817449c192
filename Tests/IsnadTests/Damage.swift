import Foundation
import Testing

@testable import Pipeline

/// A kind of damage to an export, and the fault that must be named for it.
struct Damage: Sendable, CustomTestStringConvertible {
  /// What happens to the export.
  var testDescription: String
  /// The id of the fault.
  var id: String
  /// The file that the fault must name.
  var file: String
  /// The line that it must name; nil where a place has no line.
  var line: Int?
  /// Words that its sentence must have: the field, or the line of a manifest.
  var words: String
  /// Does it.
  var apply: @Sendable (TemporaryFolder) throws -> Void

  /// Describes a kind of damage.
  init(
    _ description: String, _ id: String, _ file: String, line: Int? = nil, _ words: String = "",
    apply: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) {
    testDescription = description
    self.id = id
    self.file = file
    self.line = line
    self.words = words
    self.apply = apply
  }

  /// Damage by somebody who replaces words in a file and makes all checksums right again.
  static func hidden(
    _ description: String, in path: String, _ old: String, _ new: String, _ id: String, file: String? = nil,
    line: Int? = nil, _ words: String = ""
  ) -> Damage {
    Damage(description, id, file ?? path, line: line, words) { folder in
      try folder.replace(path, old, new)
      try DamageSample.reseal(folder)
    }
  }

  /// Damage to the bytes of a file by somebody who makes all checksums right again.
  static func hidden(
    _ description: String, bytesOf path: String, _ id: String, file: String? = nil, line: Int? = nil,
    _ words: String = "", change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> Damage {
    Damage(description, id, file ?? path, line: line, words) { folder in
      try folder.write(path, change(folder.bytes(path)))
      try DamageSample.reseal(folder)
    }
  }
}

extension TemporaryFolder {
  /// Replaces the first place where some words stand in a file.
  func replace(_ name: String, _ old: String, _ new: String) throws {
    let bytes = self.bytes(name)
    let range = try #require(
      Data(bytes).range(of: Data(old.utf8)), "\(name) does not hold \(old)")
    try write(name, Array(bytes[..<range.lowerBound]) + Array(new.utf8) + Array(bytes[range.upperBound...]))
  }

  /// Removes a file.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Changes the lines of a file, which keep their ends.
  func lines(_ name: String, _ change: ([String]) -> [String]) throws {
    // Not by characters: CR LF is one, and no line feed.
    var lines = bytes(name).split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.removeLast()
    let changed = change(lines.map { String(decoding: $0, as: UTF8.self) })
    try write(name, changed.flatMap { Array($0.utf8) + [0x0A] })
  }
}
