using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>The projects and source files as they are written.</summary>
internal static partial class SourceTree
{
    /// <summary>What a project refers to, of one kind: projects by name, packages and frameworks by id.</summary>
    internal static IReadOnlyList<string> References(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Repository.Root, project)).Descendants(kind).Select(r => (string)r.Attribute("Include")!)
            .Select(r => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(r) : r).Order(StringComparer.Ordinal)];

    /// <summary>Source files under a folder by path, without what the build makes.</summary>
    internal static IReadOnlyList<string> Files(string folder, string pattern = "*.cs") =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal)];

    /// <summary>The code of a file: comments and the insides of strings without holes are left out, line breaks stay.</summary>
    internal static string Code(string file) => WithoutWords(File.ReadAllText(Path.Combine(Repository.Root, file)));

    /// <summary>The same of a text.</summary>
    internal static string WithoutWords(string text) => Words().Replace(text, m => m.Value[0] switch
    {
        '$' or '\'' => m.Value,
        '/' => Lines(m.Value),
        _ => "\"" + Lines(m.Value) + "\"",
    });

    /// <summary>Places in the code of files that match a pattern, as file:line and what was found.</summary>
    internal static IReadOnlyList<string> Find(IEnumerable<string> files, Regex pattern) =>
        [.. from file in files
            let code = Code(file)
            from Match match in pattern.Matches(code)
            select $"{file}:{code[..match.Index].Count(c => c == '\n') + 1}: {match.Value.Trim()}"];

    private static string Lines(string text) => new('\n', text.Count(c => c == '\n'));

    // In this order: comments, raw strings, strings with holes (which may run over lines), plain strings, characters.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$*"{3,}.*?"{3,}"""
        + """|\$@?"(?:[^"\\\n{]|\\.|\{[^{}"]*\}|\{)*"|@?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'""",
        RegexOptions.Singleline)]
    private static partial Regex Words();
}
