namespace CtVoice.Language.Meaning;

/// <summary>A rule of <c>acute.json</c>.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Topic">What its patterns have in common, for those who review them.</param>
/// <param name="Patterns">Any of these makes a sentence acute.</param>
/// <param name="Unless">
/// Names of the exceptions that make it a worry instead. With <c>worry</c> among them it is never more than a worry, and the others make
/// it nothing. So does <c>listed</c> where it begins in the pattern's own words: "ya no quiero estar" is a list that somebody wants to
/// leave when "en esta lista" follows.
/// </param>
public sealed record AcuteRule(string Language, string Topic, IReadOnlyList<string> Patterns, IReadOnlyList<string>? Unless);

/// <summary>
/// The rules by which words are acute: data that people review. A sentence is acute when it says that somebody harms, has just
/// harmed or is about to harm the writer or a named person, or that the writer means to end or harm themself. It is a worry when
/// it speaks of the past, of what could be, or of people in general; words of "now" or "again" overrule the past.
/// </summary>
/// <remarks>
/// A pattern is words, with <c>{name}</c> for any of a group of <see cref="Groups"/> or of <see cref="Meanings"/>, <c>word*</c> for
/// any ending, <c>?</c> for any one word that may be a person, <c>_</c> for up to two words that do not begin a
/// relative clause, <c>~4</c> for up to four, <c>^</c> and <c>$</c> for begin and end of the sentence. Texts and patterns are
/// compared folded and with <see cref="Spelled"/> applied: no accents, "gonna" for "going to", "kil" for "kill".
/// </remarks>
/// <param name="Id">The flag that it raises.</param>
/// <param name="Version">Changes with every edit.</param>
/// <param name="Reviewed">Who has read the rules and when; a list nobody has reviewed says so.</param>
/// <param name="Spelled">Other spellings, several words too, and what they are read as.</param>
/// <param name="Slips">Long words in which one slip of the thumb is forgiven.</param>
/// <param name="Groups">Words that stand for each other.</param>
/// <param name="Exceptions">
/// Phrases by the name of the exception. One whose name begins with <c>@</c> counts at the words of the pattern, with <c>=</c> where it
/// begins in them. Those of <c>alone</c> are whole messages, from <c>^</c> to <c>$</c>, and make any pattern a worry.
/// </param>
/// <param name="Rules">The rules.</param>
public sealed record AcuteRules(
    string Id, string Version, WordListReview Reviewed, IReadOnlyDictionary<string, string> Spelled, IReadOnlyList<string> Slips,
    IReadOnlyDictionary<string, string> Groups, IReadOnlyDictionary<string, IReadOnlyList<string>> Exceptions,
    IReadOnlyList<AcuteRule> Rules)
{
    private static readonly Lazy<AcuteRules> Loaded = new(() => WordList.Read<AcuteRules>("acute"));

    private CompiledRules? compiled;

    /// <summary>The rules of the product.</summary>
    public static AcuteRules Shipped => Loaded.Value;

    /// <summary>
    /// The rule by which a text is acute, or by which it would be if it did not speak of the past, of what could be, or in general;
    /// null when there is neither. One pass, linear in the length of the text; the whole text is looked at.
    /// </summary>
    internal Danger? Find(NormalizedText folded)
    {
        compiled ??= new(this, Meanings.Shipped);
        (string Language, string Text)? near = null;
        DangerRule? acute = null;
        Sentence? read = null;
        var (at, met) = (0, false);
        Func<DangerRule, int, bool> judge = Judge;
        foreach (var sentence in compiled.Sentences(folded.Tokens))
        {
            (read, met) = (sentence, false);
            foreach (var start in sentence.Starts)
            {
                at = start;
                if (compiled.Find(sentence, at, judge))
                    return new(DangerLevel.Acute, acute!.Language, acute.Text);
            }
            if (!met)
                sentence.Of.NoteNothing();
        }
        return near is var (language, text) ? new(DangerLevel.Worry, language, text) : null;

        bool Judge(DangerRule rule, int end)
        {
            met = true;
            var exception = read!.Exception(rule.Unless, at, end);
            if (exception is null && !rule.Worries)
                acute = rule;
            else if (exception is null || (!rule.Worries && exception is not Sentence.Listed))
                near ??= (rule.Language, rule.Text);
            return acute is not null;
        }
    }
}
