using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>The forms of sentences by which <see cref="Choice"/> knows an answer.</summary>
internal static class ChoiceForms
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.choice-forms");

    private static readonly Expression Asking = Forms.Begin("asks");

    /// <summary>Who asks what an option means has not chosen it; what follows in a sentence of its own may be an answer.</summary>
    internal static bool Asks(string line) => Asking.Prefix(line) is { } length
        && line.IndexOf('.', length) is var end && (end < 0 || end == line.Length - 1);

    private static readonly Expression AskingAbout = Forms.Within("asks about an answer");

    private static readonly Expression AskingByMark = Forms.Within("asks about an answer by its mark");

    private static readonly Expression YesAndWho = Forms.Whole("yes and who");

    /// <summary>"Can I say no?", "if I say 3 will my worker know", "yes who is this": no option is chosen by it.</summary>
    internal static bool AsksAbout(string text, string words) =>
        AskingAbout.IsMatch(words) || YesAndWho.IsMatch(words) || (text.AsSpan().ContainsAny('?', '¿') && AskingByMark.IsMatch(words));

    private static readonly FrozenSet<string> Others = Forms.Set("of others");

    /// <summary>Words of a question that tells nothing beside.</summary>
    private const int LongestQuestion = 12;

    /// <summary>Whether the writer asks us what they may answer, or what it means: "can I say no?", and not "can people say no?".</summary>
    internal static bool AsksUs(string words, bool marked) =>
        (AskingAbout.IsMatch(words) || (marked && AskingByMark.IsMatch(words)))
            && words.Split(' ') is { Length: <= LongestQuestion } each && !each.Any(Others.Contains);

    internal static readonly Expression Item = new("(^| )(?<n>[1-9]) [.,] ");

    // "my answer is 2", "option 2", "voto por la dos"; a strong lead-in needs nothing more, a weak one no counted noun.
    internal static readonly Expression LedIn = Forms.Within("led in");

    /// <summary>"The second option is not fair": what is found fault with is not chosen.</summary>
    internal static readonly Expression FindsFault = Forms.Within("finds fault");

    internal static readonly Expression Last = Forms.Within("last");

    internal static readonly Expression Changed = Forms.Within("changed");

    internal static readonly Expression WithChanges = Forms.Within("with changes");

    private static readonly Expression[] AmendedForms = [.. Forms.Beginnings("amended")];

    /// <summary>Yes to it if something is changed, whatever the words: "yes but take out the names", and not "yes if you ask me".</summary>
    internal static bool Amended(string words) =>
        Array.Exists(AmendedForms, form => form.Find(words) is { } found && found["asked"].Length == 0);

    /// <summary>Yes and no at once is no choice; nor is one that is taken back in the same breath.</summary>
    internal static readonly Expression Torn = Forms.Within("torn");

    /// <summary>A yes to something else: "Yes I got your letter".</summary>
    internal static bool Elsewhere(string words) => ElsewhereForms.IsMatch(words)
        || (SaysWho.Find(words) is { } said && !said["who"].StartsWith("no", StringComparison.Ordinal));

    private static readonly Expression ElsewhereForms = Forms.Within("elsewhere");

    /// <summary>"Yes this is Rosa", and not "yes this is not right".</summary>
    private static readonly Expression SaysWho = Forms.Within("says who it is");

    /// <summary>"No. 7 bus never comes": short for number.</summary>
    internal static readonly Expression NumberOf = Forms.Begin("number of something");

    /// <summary>"Es la 1 y nadie contesta" tells the hour; "uno nunca sabe", "one never knows" speak of anybody.</summary>
    internal static readonly Expression NoOption = Forms.Within("no option");

    /// <summary>
    /// A Spanish "no" that denies what is told, or asks that others be spared, and does not answer: "no deben cortar la ayuda", "no los
    /// dejan entrar". Of sharing, giving and seeing the question itself speaks.
    /// </summary>
    internal static readonly Expression Denies = Forms.Within("denies");

    internal static readonly Expression Dislikes = Forms.Within("dislikes");

    /// <summary>What the question asks for: to share, to give, to see, to use.</summary>
    internal static readonly Expression OfSharing = Forms.Begin("of sharing");

    /// <summary>A yes or no that ends a sentence of reasons.</summary>
    internal static readonly Expression AtLast = Forms.Within("at last");

    internal static readonly Expression Unsure = Forms.Within("unsure");

    internal static readonly Expression ClearYes = Forms.Within("clear yes");

    internal static readonly Expression ClearNo = Forms.Within("clear no");

    internal static readonly Expression Introduction = Forms.Within("introduction");
}
