using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>What else a message says beside its kind. A flag never changes the kind, and no flag loses a word.</summary>
public static class Flags
{
    /// <summary>The writer or a named person is in danger now: one fixed answer at any hour, coordinator and deputy alerted.</summary>
    public const string Acute = "acute";

    /// <summary>Words that may tell of danger: a person looks before other work; the answer counts, and its words wait.</summary>
    public const string Worry = "worry";

    /// <summary>What both were called until version worry/1: rows of then hold it, and hold their words like an acute one.</summary>
    public const string Urgent = "urgent";

    /// <summary>The writer's own benefits, case or eviction: a fixed answer, held from report and quotes.</summary>
    public const string OwnCase = "own-case";

    /// <summary>Count the answer, quote no word of it.</summary>
    public const string DoNotQuote = "do-not-quote";

    /// <summary>This answer replaces an earlier one.</summary>
    public const string ChangeAnswer = "change-answer";

    /// <summary>An earlier answer is taken back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Some of a mail's words may be somebody else's: a person trims them before anything of it is quoted
    /// or drafted from.</summary>
    public const string Unsure = "unsure";

    /// <summary>The flags whose words are held from report and quotes until a person releases them.</summary>
    public static IReadOnlyList<string> Holding(IEnumerable<string> flags) =>
        [.. flags.Where(f => f is Acute or Worry or Urgent or OwnCase or Unsure)];

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.flags");

    private static readonly Expression Quoting = Forms.Among("do not quote");

    private static readonly SpeechAct Changing = new(Forms, "change");

    private static readonly Expression SomeDay = Forms.Among("change some day");

    private static readonly SpeechAct Withdrawing = new(Forms, "withdraw");

    /// <summary>The flags of a text, in a fixed order. Linear in its length.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return In(NormalizedText.Of(text));
    }

    /// <summary>The same of a text that was looked at for danger before.</summary>
    public static IReadOnlyList<string> In(string text, Heard heard) => In(NormalizedText.Of(text), heard);

    /// <summary>Whether another answer is to count from now on.</summary>
    internal static bool Changes(NormalizedText folded) =>
        (Changing.In(folded) && !OnlySomeDay(folded)) || EarlierAnswer.Chosen(folded) is not null;

    /// <summary>Whether every clause that speaks of a change asks what follows if an answer is changed some day.</summary>
    private static bool OnlySomeDay(NormalizedText folded) =>
        folded.Clauses.Where(Changing.IsNamedIn).ToArray() is { Length: > 0 } changing && changing.All(clause => SomeDay.IsMatch(clause));

    internal static IReadOnlyList<string> In(NormalizedText folded) => In(folded, new Heard(Danger.In(folded)));

    internal static IReadOnlyList<string> In(NormalizedText folded, Heard heard)
    {
        var words = folded.Words;
        var flags = new List<string>();
        if (heard.Danger is { } danger)
            flags.Add(danger.Level is DangerLevel.Acute ? Acute : Worry);
        if (IsOwnCase(folded) && Asides.WithoutPrivacy(folded) is var left && (ReferenceEquals(left, folded) || IsOwnCase(left)))
            flags.Add(OwnCase);
        if (Quoting.IsMatch(words))
            flags.Add(DoNotQuote);
        if (Changes(folded))
            flags.Add(ChangeAnswer);
        if (Withdrawing.In(folded) || EarlierAnswer.IsUndone(folded))
            flags.Add(Withdraw);
        return flags;
    }

    private static bool IsOwnCase(NormalizedText folded) => WordList.OwnCase.Find(folded) is not null || OwnTrouble.In(folded);
}
