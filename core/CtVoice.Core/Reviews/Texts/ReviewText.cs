using System.Text.Json.Serialization;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>How far a text has come.</summary>
public enum TextStanding
{
    /// <summary>Written; nobody else has read it yet.</summary>
    Draft,

    /// <summary>A person other than a machine has read and approved it.</summary>
    Reviewed,

    /// <summary>The coordinator lets it leave; it changes no more.</summary>
    Released,
}

/// <summary>What residents read of one review in one language.</summary>
public sealed record ReviewText
{
    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>1, 2, 3, ...: a release names the version it read, so that nothing leaves that nobody saw.</summary>
    public required int Version { get; init; }

    /// <summary>The project in a few plain sentences; empty while nobody has written it.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The questions in the order of the review; an empty text while nobody has written it.</summary>
    public required IReadOnlyList<QuestionText> Questions { get; init; }

    /// <summary>What is known about the people or data in question, attached when it was released.</summary>
    public IReadOnlyList<AttachedNote> Notes { get; init; } = [];

    /// <summary>Data that the public dictionary does not have, by the agency's names; attached when it was released.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>How many of these data there are beside the named ones; a member's page names all.</summary>
    public int UnlistedMore { get; init; }

    /// <summary>What could go wrong, as the agency sees it: in plain words of this language as far as somebody wrote them; all of it
    /// once it was released.</summary>
    public IReadOnlyList<RiskInWords> Risks { get; init; } = [];

    /// <summary>The person who translated; null for an original.</summary>
    public string? Translator { get; init; }

    /// <summary>The person who read and approved it; null while it is a draft.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Who wrote this version: an agency's code or a coordinator's key id.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Everything a resident reads of it, part by part.</summary>
    [JsonIgnore]
    public IEnumerable<(string Part, string Text)> Parts =>
    [
        ("summary", Summary),
        .. Questions.Select((q, i) => (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"question {i + 1}"), q.Text)),
        .. Notes.Select(n => ($"note {n.Id}", n.Sentence)),
        .. Risks.Where(r => r.Written).Select(r => ($"risk {r.Prompt}", r.Words)),
    ];
}

/// <summary>One question in one language.</summary>
/// <param name="Text">The question.</param>
/// <param name="Choices">The choices in order; none for an open question.</param>
public sealed record QuestionText(string Text, IReadOnlyList<string> Choices);

/// <summary>A context note as members get it with a question.</summary>
/// <param name="Id">Id of the note.</param>
/// <param name="Sentence">One plain sentence in the language of the text.</param>
/// <param name="Title">What the sentence rests on.</param>
/// <param name="Link">Where that can be read.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Date">Its day.</param>
public sealed record AttachedNote(string Id, string Sentence, string Title, string Link, string Version, DateOnly Date);

/// <summary>What could go wrong, as the agency sees it, as members get it with a question.</summary>
/// <param name="Prompt">Id of the prompt of the impact assessment.</param>
/// <param name="Risk">Medium or high.</param>
/// <param name="Words">What members read.</param>
/// <param name="Language">ISO 639-1 code of these words.</param>
/// <param name="Written">Somebody wrote them for members in the language of the text; else they are the agency's own, in English.</param>
public sealed record RiskInWords(string Prompt, DppeiaRisk Risk, string Words, string Language, bool Written);
