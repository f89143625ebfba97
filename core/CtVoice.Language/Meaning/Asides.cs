using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Finds what a person says to us instead of an answer, in English and Spanish. Each form is a whole sentence or part of one, in the
/// words of somebody who speaks of themself and to us: "call me" is a wish, "people should be called first" is advice, and "I do not
/// understand why they share names" is advice too. What is in doubt is an answer: words are never lost. Pure, linear in the text.
/// </summary>
public static class Asides
{
    /// <summary>Words of the longest message that is looked at; a longer one tells something.</summary>
    private const int Longest = 40;

    /// <summary>Letters of it; what is longer is not read at all.</summary>
    private const int MostLetters = 1000;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.asides");

    private static readonly Expression Skip = Forms.Whole("skip");

    private static readonly Expression AskSomebodyElse = Forms.Whole("ask somebody else");

    private static readonly Expression SkipOrDecline = Forms.Whole("skip or decline");

    private static readonly Expression Call = Forms.Whole("call");

    /// <summary>"Call me crazy", and calls that are part of what should be done for others.</summary>
    private static readonly Expression NoCall = Forms.Whole("no call");

    private static readonly Expression NotUnderstood = Forms.Whole("not understood");

    private static readonly Expression Question = Forms.Whole("question");

    /// <summary>What follows for the writer from an answer, and who will know of it.</summary>
    private static readonly Expression Privacy = Forms.Whole("privacy");

    /// <summary>The same where the message has a question mark: "la escuela sabe esto" tells it.</summary>
    private static readonly Expression PrivacyByMark = Forms.Whole("privacy by its mark");

    /// <summary>What is said beside such a question, and answers nothing either.</summary>
    private static readonly Expression AroundQuestion = Forms.Whole("around a question");

    /// <summary>Letters of an office that were not answered: no question to us.</summary>
    private static readonly Expression NoPrivacy = Forms.Whole("no privacy");

    private static readonly Expression NoQuestion = Forms.Whole("no question");

    /// <summary>A wish for a language that may as well be advice.</summary>
    private static readonly Expression MaybeLanguage = Forms.Whole("maybe a language");

    private static readonly Expression CallComplaint = Forms.Whole("call complaint");

    /// <summary>Wishes for a language, each with its code; of one in which we do not write the code is no such.</summary>
    private static readonly (string? Language, Expression Wanted)[] Languages =
    [
        .. PhraseText.Load("Meaning.Phrases.asides").Pairs("languages")
            .Select(pair => (pair.Meant.Length == 2 ? pair.Meant : null, Forms.Whole(pair.Typed))),
    ];

    private static readonly Expression Greeting = Forms.Whole("greeting");

    private static readonly Expression Later = Forms.Whole("later");

    /// <summary>What a message says to us, by the first that counts; null when it is an answer and nothing else.</summary>
    public static Aside? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostLetters)
            return null;
        var folded = NormalizedText.Of(text).Meant;
        if (folded.Line.Count(c => c == ' ') > 2 * Longest)
            return null;
        var clauses = Telling(folded).ToArray();
        if (clauses.Length == 0 && Greeting.IsMatch(folded.Words))
            return new(AsideKind.Greeting, Alone: true);
        if (clauses.Length is 0 or > 4 || folded.Words.Split(' ').Length > Longest)
            return null;
        if (NamedChannels.IsWish(folded))
            return new(AsideKind.Question, Alone: true);
        // Said in one breath, or with commas between: both are looked at.
        var marked = text.AsSpan().ContainsAny('?', '¿');
        if (Clause.Of(folded.Words, marked) is { Kind: { } whole } all)
            return new(whole, Alone: !all.IsMaybe, Wanted([folded.Words]));
        var said = Array.ConvertAll(clauses, clause => Clause.Of(clause, marked));
        var kinds = said.Select(part => part.Kind).OfType<AsideKind>().ToArray();
        if (kinds.Length > 0 && said.All(part => part.Kind is not null || IsAround(part.Words, kinds)))
            return new(First(kinds), Alone: !Array.TrueForAll(said, part => part.IsMaybe), Wanted(clauses));
        // Why somebody else is to be asked is no advice: "I am sick this week, ask somebody else".
        if (kinds.Contains(AsideKind.AskSomebodyElse) && folded.Words.Split(' ').Length <= 20)
            return new(AsideKind.AskSomebodyElse, Alone: true);
        // Words that answer beside a call, or a question to us: they are kept, and a person is told.
        return kinds.Contains(AsideKind.Call) ? new(AsideKind.Call, Alone: false)
            : kinds.Contains(AsideKind.Question) ? new(AsideKind.Question, Alone: false)
            : null;
    }

    /// <summary>The text without what asks who will know of an answer, and what would follow from it: of what is left somebody's own case
    /// may be told. Linear in the text.</summary>
    internal static NormalizedText WithoutPrivacy(NormalizedText folded)
    {
        if (folded.Line.Length > MostLetters)
            return folded;
        var meant = folded.Meant;
        if (Clause.Of(meant.Words).AsksPrivacy)
            return new("");
        var said = Telling(meant).Select(clause => Clause.Of(clause)).ToList();
        return said.Exists(part => part.Kind is AsideKind.Question)
            ? new(string.Join(" . ",
                said.Where(part => !part.AsksPrivacy && !AroundQuestion.IsMatch(part.Words)).Select(part => part.Words)))
            : folded;
    }

    /// <summary>The clauses that say more than a greeting or thanks.</summary>
    private static IEnumerable<string> Telling(NormalizedText folded) => folded.Clauses.Where(clause => !Keywords.OnlyPolite(clause));

    /// <summary>A clause, or a message in one breath, as it is read.</summary>
    /// <param name="Words">Its words.</param>
    /// <param name="Kind">What it says to us; null when it says nothing of the kind.</param>
    /// <param name="AsksPrivacy">It asks who will know of an answer, and what would follow from it.</param>
    private readonly record struct Clause(string Words, AsideKind? Kind, bool AsksPrivacy)
    {
        internal bool IsMaybe => Kind is AsideKind.OtherLanguage && MaybeLanguage.IsMatch(Words);

        internal static Clause Of(string words, bool marked = true)
        {
            var privacy = (Privacy.IsMatch(words) || (marked && PrivacyByMark.IsMatch(words))) && !NoPrivacy.IsMatch(words);
            return new(words, KindOf(words, privacy || ChoiceForms.AsksUs(words, marked)), privacy);
        }
    }

    /// <summary>The kind that counts of several: whoever says when needs no question back.</summary>
    private static AsideKind First(AsideKind[] kinds) =>
        kinds.Contains(AsideKind.AskSomebodyElse) ? AsideKind.AskSomebodyElse
        : kinds.Contains(AsideKind.Later) && kinds.All(kind => kind is AsideKind.Later or AsideKind.SkipOrDecline) ? AsideKind.Later
        : kinds.Min();

    /// <summary>Whether words belong to what is said beside them: a fear to a question, a complaint to a wish for a call.</summary>
    private static bool IsAround(string words, AsideKind[] kinds) =>
        (kinds.Any(kind => kind is AsideKind.Question or AsideKind.OtherLanguage) && AroundQuestion.IsMatch(words))
        || (kinds.Contains(AsideKind.Call) && CallComplaint.IsMatch(words));

    private static string? Wanted(IEnumerable<string> clauses) => clauses
        .Select(clause => Array.Find(Languages, language => language.Wanted.IsMatch(clause)).Language)
        .FirstOrDefault(language => language is not null);

    private static AsideKind? KindOf(string words, bool asks) =>
        AskSomebodyElse.IsMatch(words) ? AsideKind.AskSomebodyElse
        : Skip.IsMatch(words) ? AsideKind.Skip
        : Call.IsMatch(words) && !NoCall.IsMatch(words) ? AsideKind.Call
        : Array.Exists(Languages, language => language.Wanted.IsMatch(words)) ? AsideKind.OtherLanguage
        : NotUnderstood.IsMatch(words) ? AsideKind.NotUnderstood
        : (Question.IsMatch(words) && !NoQuestion.IsMatch(words)) || asks ? AsideKind.Question
        : SkipOrDecline.IsMatch(words) ? AsideKind.SkipOrDecline
        : Later.IsMatch(words) ? AsideKind.Later
        : Greeting.IsMatch(words) ? AsideKind.Greeting
        : null;
}
