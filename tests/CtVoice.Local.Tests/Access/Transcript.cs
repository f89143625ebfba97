using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Local.Tests.Access;

/// <summary>
/// What the host answered, as files that are kept beside this one: an answer is written out once, under a name, and each
/// operation says by that name what it answers in each case. So a change of one answer is one difference to read.
/// </summary>
internal sealed class Transcript
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> answers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<Line>> areas = new(StringComparer.Ordinal);

    /// <summary>Where the files are in the source tree.</summary>
    internal static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "CtVoice.sln")))
                folder = folder.Parent;
            return Path.Combine(folder.FullName, "tests", "CtVoice.Local.Tests", "Access", "Transcript");
        }
    }

    /// <summary>Notes what an operation answered in a case.</summary>
    /// <param name="area">The file that it stands in.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="what">The case.</param>
    /// <param name="kind">What kind of answer it is; a few letters of its hash tell answers of one kind apart.</param>
    /// <param name="answer">Status, headers and body by line, nothing in it that differs from run to run.</param>
    internal void Add(string area, string operation, string what, string kind, IReadOnlyList<string> answer)
    {
        var name = $"{kind} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', answer))).AsSpan(0, 3))}";
        answers[name] = answer;
        if (!areas.TryGetValue(area, out var lines))
            areas[area] = lines = [];
        lines.Add(new(operation, what, name));
    }

    /// <summary>The files by name.</summary>
    internal IReadOnlyDictionary<string, string> Files()
    {
        var files = areas.ToDictionary(a => a.Key + ".txt", a => Text(a.Value
            .GroupBy(l => l.Operation, StringComparer.Ordinal)
            .SelectMany(o => o.GroupBy(l => l.Answer, StringComparer.Ordinal)
                .Select(l => $"  {l.Key}: {string.Join(", ", l.Select(c => c.What))}").Prepend(o.Key))));
        // What every answer has is written once.
        var common = answers.Values.Aggregate((all, next) => [.. all.Intersect(next, StringComparer.Ordinal)]);
        files["answers.txt"] =
            Text([.. common.Prepend("== every answer"),
                .. answers.SelectMany(a => a.Value.Except(common, StringComparer.Ordinal).Prepend("== " + a.Key))]);
        return files;
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    private sealed record Line(string Operation, string What, string Answer);
}
