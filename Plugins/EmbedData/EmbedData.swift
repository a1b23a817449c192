import Foundation
import PackagePlugin

/// Embeds data files as raw static strings: `Sources/Lexicon/ar` into BundledTables, `schemas` into Schemas,
/// `Sources/Exporters/HTML/Page` into Exporters.
///
/// A data file becomes part of the binary, so that the program can be moved and needs no resource bundle.
@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let folder =
      switch module.name {
      case "Schemas": context.package.directoryURL.appending(path: "schemas")
      case "Exporters": module.directoryURL.appending(path: "HTML/Page")
      default: context.package.directoryURL.appending(path: "Sources/Lexicon/ar")
      }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) data files into \(module.name)",
        executable: try context.tool(named: "EmbedDataTool").url,
        arguments: [output.path(percentEncoded: false)] + files.map { $0.path(percentEncoded: false) },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }
}
