namespace CtVoice.Language.Tests;

/// <summary>Cases kept as text files beside the tests: one a line, <c>\n</c> for a line break, <c>\z</c> for a zero-width space.</summary>
internal static class CaseFile
{
    internal static string[] Lines(string name) =>
        [.. Text(name).Split('\n').Where(line => line.Trim().Length > 0)
            .Select(line => line.TrimEnd('\r').Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\z", "\u200B", StringComparison.Ordinal))];

    /// <summary>The same without the lines that begin with <c>#</c>, which say what the cases below them are.</summary>
    internal static IEnumerable<string> Cases(string name) => Lines(name).Where(line => !line.StartsWith('#'));

    internal static string Text(string name)
    {
        using var stream = typeof(CaseFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no case file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
