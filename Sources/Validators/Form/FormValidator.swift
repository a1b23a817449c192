package import EventModel

/// Checks that the data files of an export have the form that `datapackage.json` and the formats promise, byte by byte.
package enum FormValidator {
  /// Checks every file that the folder's data package describes and whose form is known.
  ///
  /// - Returns: The faults; files are named relative to the folder, lines are from 1.
  package static func faults(in folder: String) -> [Diagnostic] {
    guard let descriptor = try? DataPackageDescriptor(folder: folder) else { return [] }
    return descriptor.resources.flatMap { resource -> [Diagnostic] in
      guard let syntax = resource.syntax else { return [] }
      return FileForm.faults(path: folder + "/" + resource.path, name: resource.path, syntax: syntax)
    }
  }
}

extension DataPackageDescriptor.Resource {
  fileprivate var syntax: FileForm.Syntax? {
    switch format {
    case "csv" where delimiter == UInt8(ascii: ","):
      .csv(byteOrderMark: byteOrderMark ?? false, carriageReturn: lineTerminator ?? "\r\n" == "\r\n")
    case "json-lines", "jsonl", "xml": .lines
    default: nil
    }
  }
}
