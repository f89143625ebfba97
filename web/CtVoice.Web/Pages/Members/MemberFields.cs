using System.Globalization;
using CtVoice.Language;

namespace CtVoice.Web.Pages.Members;

/// <summary>Names of the fields on members' pages; each is the id as well, so that a fault can lead to it.</summary>
internal static class MemberFields
{
    /// <summary>Which follow-up is answered.</summary>
    public const string FollowUp = "number";

    /// <summary>The kind of that follow-up, for when the review that knows it cannot be read.</summary>
    public const string FollowUpKind = "kind";

    /// <summary>The language of the page, for when nothing else can tell it.</summary>
    public const string Language = "language";

    /// <summary>A code: chosen on the page of a talk, typed on that of a review.</summary>
    public const string Code = "code";

    /// <summary>Options of the question of a talk.</summary>
    public const string DialogueChoice = "choice";

    /// <summary>Words to the question of a talk that is there to try out.</summary>
    public const string DialogueWords = "words";

    /// <summary>Characters of one answer that are taken.</summary>
    public const int MostLetters = 10_000;

    /// <summary>Options of a question.</summary>
    public static string Choice(int number) => string.Create(CultureInfo.InvariantCulture, $"choice-{number}");

    /// <summary>Words of a question.</summary>
    public static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"words-{number}");

    /// <summary>The field that a fault of a question leads to.</summary>
    public static string First(int number, int choices) => choices > 0 ? Choice(number) + "-1" : Words(number);
}

/// <summary>What is wrong with a form, and where.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="Message">In the language of the page.</param>
public sealed record FormFault(string FieldId, string Message);

/// <summary>What was filled in for one question.</summary>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">As posted: a digit, <see cref="NotSure"/>, or empty.</param>
/// <param name="Words">As written.</param>
public sealed record Filled(int Question, string Choice, string Words)
{
    /// <summary>Neither of the options.</summary>
    public const string NotSure = "not-sure";

    /// <summary>To be counted and not quoted; ticked once for the whole form.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>The option that was ticked; null when none was.</summary>
    public int? Option => int.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var digit) ? digit : null;

    /// <summary>True when there is something to send.</summary>
    public bool Any => Choice.Length > 0 || Visible.In(Words);
}
