using System.Text.Json.Serialization;

namespace CtVoice.Core.Projects;

/// <summary>Draft texts of a project for residents, in one language.</summary>
/// <param name="Summary">The project in a few plain sentences.</param>
/// <param name="Changes">What changed, for a modification; residents see this instead of the summary.</param>
/// <param name="Translator">The person who translated; null for an original.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ResidentText(string Summary, string? Changes = null, string? Translator = null);

/// <summary>A question to residents.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ResidentQuestion
{
    /// <summary>Characters of an English question, so that it fits one text message.</summary>
    public const int MaxEnglishCharacters = 160;

    /// <summary>Id of a ready-made open question (<see cref="ReadyQuestions"/>) asked instead of one of the project's own.</summary>
    public string? Ready { get; init; }

    /// <summary>With choices or in the resident's own words.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>The question by language code; English is mandatory.</summary>
    public IReadOnlyDictionary<string, string> Text { get; init => field = value ?? None; } = None;

    /// <summary>
    /// The choices in order, each by language code, answered with the digits 1, 2, ...; empty stands for
    /// <see cref="DefaultChoices"/>.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Choices { get; init => field = value ?? []; } = [];

    /// <summary>1 yes, 2 yes with changes, 3 no.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> DefaultChoices { get; } =
    [
        new Dictionary<string, string> { ["en"] = "yes", ["es"] = "sí" },
        new Dictionary<string, string> { ["en"] = "yes, with changes", ["es"] = "sí, con cambios" },
        new Dictionary<string, string> { ["en"] = "no", ["es"] = "no" },
    ];

    /// <summary>The choices that are offered: those given, or the default ones; none for an open question.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Offered =>
        Kind == QuestionKind.Open ? [] : Choices.Count > 0 ? Choices : DefaultChoices;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>With a digit, and words if the resident wants.</summary>
    Choice,

    /// <summary>In the resident's own words.</summary>
    Open,
}
