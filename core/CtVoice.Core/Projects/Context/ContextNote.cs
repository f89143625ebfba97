using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Projects.Context;

/// <summary>
/// What is known about a population or a data source, for members who are asked about it: one entry of the annotated
/// bibliography (DOMAIN 3).
/// </summary>
/// <param name="Id">1 to 64 of a-z, 0-9 and hyphen.</param>
/// <param name="Subject">What it is about: a population code (<c>2054-5</c>, <c>homeless</c>),
/// an agency or a data source (<c>DSS</c>, <c>APCD</c>); several are parted by semicolons.</param>
/// <param name="Title">What the sentences rest on.</param>
/// <param name="Link">Where that can be read; https.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Date">Its day; where it names none, the day on which it was read.</param>
/// <param name="Sentences">One plain sentence per language.</param>
/// <param name="Verified">How somebody made sure that it exists and says so; null when nobody wrote it down.</param>
public sealed record ContextNote(
    string Id, string Subject, string Title, string Link, string Version, DateOnly Date, IReadOnlyDictionary<string, string> Sentences,
    string? Verified = null)
{
    /// <summary>Characters of a sentence: it stands beside a question and must not drown it.</summary>
    public const int MaxSentence = 200;

    /// <summary>The codes of what it is about.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Subjects => Subject.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Everything wrong with it, a sentence too hard to read included.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        if (!Board.Member.IsId(Id))
            faults.Add(new("/id", "An id is 1 to 64 of a-z, 0-9 and hyphen."));
        if (Subjects.Count == 0 || Subject.Length > 100)
            faults.Add(new("/subject", "Name the population or data source by its code, such as 2054-5, homeless, DSS or APCD."));
        if (Title.Trim().Length is 0 or > 200)
            faults.Add(new("/title", "Give a title of 1 to 200 characters."));
        if (!Uri.TryCreate(Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps || Link.Length > 300)
            faults.Add(new("/link", "Give a link that starts with https:// and has at most 300 characters."));
        if (Version.Trim().Length is 0 or > 40)
            faults.Add(new("/version", "Say which version it is, in 1 to 40 characters."));
        if (Verified is { } how && how.Trim().Length is 0 or > 300)
            faults.Add(new("/verified", "Say how it was verified in 1 to 300 characters, or leave it out."));
        if (!Sentences.ContainsKey("en"))
            faults.Add(new("/sentences", "Say it in English under \"en\"; other languages are welcome beside it."));
        foreach (var (language, sentence) in Sentences)
        {
            var pointer = "/sentences/"
                + language.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
                faults.Add(new(pointer, "Name the language by its ISO 639-1 code, such as en or es."));
            else if (sentence.Trim().Length is 0 or > MaxSentence)
                faults.Add(new(pointer, $"Use one plain sentence of 1 to {MaxSentence} characters."));
            else if (ReadingReport.Of(sentence, language) is { Verdict: ReadingVerdict.TooHard } report)
                faults.Add(new(pointer, $"This is too hard for many readers ({report.Plain}). Use shorter words and sentences."));
        }
        return faults;
    }

    /// <summary>True when it belongs to a review that touches these populations and uses these data.</summary>
    public bool Concerns(IEnumerable<string> populations, IEnumerable<string> sources) =>
        populations.Concat(sources).Intersect(Subjects, StringComparer.OrdinalIgnoreCase).Any();
}
