import Foundation
import PackagePlugin

/// Compiles the bundled tables when the program is built, so that it need not do so at every start.
@main
struct CompileTables: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Sources/Lexicon/ar")
    let tables = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledTables.swift")
    return [
      .buildCommand(
        displayName: "Compiling \(tables.count) tables",
        executable: try context.tool(named: "CompileTablesTool").url,
        arguments: ([output] + tables).map { $0.path(percentEncoded: false) },
        inputFiles: tables,
        outputFiles: [output]
      )
    ]
  }
}
