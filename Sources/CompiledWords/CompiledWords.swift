// What a build tool compiles of the bundled tables is generated into this module: see Plugins/CompileWords.
