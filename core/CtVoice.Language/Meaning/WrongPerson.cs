using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Somebody else holds the phone, or the member is gone. A number that is another's now gets no more texts. That somebody has died, or
/// that a relative answers, pauses until a person has looked: the next question would hurt. Told beside other things ("my mother died in
/// June and nobody stopped the letters"), it is feedback.
/// </summary>
internal static class WrongPerson
{
    private const int Longest = 24;
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.wrong-person");

    private static readonly Named NotTheirs = new("not theirs");

    private static readonly Named PerhapsNot = new("perhaps not theirs");

    /// <summary>"I am not Rosa" beside "this is my number now".</summary>
    private static readonly Expression NotMe = Forms.Within("not me");

    private static readonly Expression Removes = Forms.Within("remove them");

    private static readonly Named Stranger = new("does not know one");

    private static readonly Expression Mine = Forms.Within("is mine");

    private static readonly Expression Wrong = Forms.Within("is wrong");

    private static readonly Expression NewHere = Forms.Within("new here");

    private static readonly Named Unknown = new("does not know");

    private static readonly Named Gone = new("gone");

    /// <summary>"Mrs. Rivera died": the dot ends no sentence.</summary>
    private static readonly FrozenSet<string> Titles = Forms.Set("form of address");

    private static readonly Expression OwnDead = Forms.Within("own dead");

    private static readonly Named Speaks = new("relative speaks");

    private static readonly Expression Heir = Forms.Within("heir");

    private static readonly Expression OwnGone = Forms.Within("own gone");

    /// <summary>"Im the son", "soy la vecina": of the member or of another, which what is said beside it tells.</summary>
    private static readonly Expression StandsBy = Forms.Within("stands by");

    private static readonly Named ThePhone = new("their phone");

    private static readonly Expression OfThem = Forms.Within("of them");

    private static readonly Expression Answers = Forms.Within("answers");

    private static readonly Expression CannotAnswer = Forms.Within("cannot answer");

    /// <summary>"This isn't Denise", "yo no soy Carmen": with a capital, so that it is somebody's name.</summary>
    private static readonly Expression NotNamed = Forms.Within("not of that name");

    /// <summary>Capitals that are no names: who people are, not who they are called.</summary>
    private static readonly FrozenSet<string> Peoples = Forms.Set("no names");

    /// <summary>What may stand where a surname would.</summary>
    private static readonly FrozenSet<string> AfterName = Forms.Set("after a name");

    /// <summary>What it means for messages; nothing where only a pause would come of it and another clause asks that they end.</summary>
    internal static (Wish, string)? In(string text, NormalizedText message) =>
        Of(text, message) is { } found && (found.Wish is Wish.Stop || !message.Clauses.Any(clause => Ends(text, clause))) ? found : null;

    private static bool Ends(string text, string clause) =>
        !Removes.IsMatch(clause) && StopRequests.Plain(clause, new()) && !About(text, clause);

    /// <summary>The same, whatever is asked for beside it.</summary>
    internal static (Wish Wish, string Because)? Of(string text, NormalizedText message)
    {
        var clauses = message.Clauses.Where(clause => !Keywords.OnlyPolite(clause) && !Titles.Contains(clause)).ToArray();
        if (In(text, message, clauses) is { } found)
            return found;
        return clauses.Length is 1 or 2 && clauses.Any(clause => NotNamed.Find(clause) is { } named && IsName(text, named["who"].Trim())
                && named["surname"].Trim() is var surname
                && (surname.Length == 0 || AfterName.Contains(surname) || IsName(text, surname)))
            && clauses.All(clause => NotNamed.IsMatch(clause) || Told(text, clause))
            ? (Wish.PerhapsStop, "is not the person it was sent to")
            : null;
    }

    private static bool IsName(string text, string who) => !Peoples.Contains(who) && Names.IsIn(text, who);

    private static (Wish, string)? In(string text, NormalizedText message, string[] clauses)
    {
        if (clauses.Length is 0 or > 4 || message.Words.Count(c => c == ' ') >= Longest)
            return null;
        bool Told(string clause) => WrongPerson.Told(text, clause);
        if (clauses.Any(clause => NotTheirs.In(text, clause)) && clauses.All(Told) && !clauses.Any(clause => Speaks.In(text, clause)))
            return (Wish.Stop, "says that the number is somebody else's");
        if (Owns(text, clauses) is { } owns)
            return owns;
        if (clauses.Any(clause => Removes.IsMatch(clause)) && clauses.Any(clause => About(text, clause) || OwnDead.IsMatch(clause))
            && clauses.All(clause => Told(clause) || Removes.IsMatch(clause)))
            return (Wish.PerhapsStop, "the person is gone, and is to be taken off");
        if (clauses is [var only] && Stranger.In(text, only))
            return (Wish.PerhapsStop, "does not know the person");
        if (clauses.All(clause => Told(clause) || StandsBy.IsMatch(clause) || OwnGone.IsMatch(clause))
            && (clauses.Any(clause => About(text, clause)) || (clauses.Any(clause => Heir.IsMatch(clause)) && clauses.Any(IsOfOwn))))
            return (Wish.PerhapsStop, "somebody else may be writing, or the person is gone");
        return null;
    }

    /// <summary>"I am not Rosa, this is my number now", in two clauses of which one says whose the number is.</summary>
    private static (Wish, string)? Owns(string text, string[] clauses)
    {
        if (clauses.Length < 2)
            return null;
        if (clauses.Any(clause => NewHere.IsMatch(clause)) && clauses.Any(clause => Unknown.In(text, clause)))
            return (Wish.Stop, "has got the number since, and does not know the person");
        var other = clauses.Select(clause => NotMe.Find(clause) is { } found ? Named.Words(found["named"]) : [])
            .FirstOrDefault(Named.Are, []);
        if (other.Length == 0)
            return null;
        var isName = Array.Exists(other, word => Names.IsIn(text, word));
        return clauses.Any(clause => NewHere.IsMatch(clause) || Mine.IsMatch(clause))
            || (isName && clauses.Any(clause => Wrong.IsMatch(clause)))
            ? (isName ? Wish.Stop : Wish.PerhapsStop, "is not the person, and has the number")
            : null;
    }

    /// <summary>Whether a clause says that the person is gone, or that another writes.</summary>
    private static bool About(string text, string clause) =>
        Speaks.In(text, clause) || Gone.In(text, clause) || (OwnDead.Find(clause) is { } own && ThePhone.In(text, own["rest"]))
        || ThePhone.In(text, clause) || PerhapsNot.In(text, clause);

    private static bool IsOfOwn(string clause) => OwnDead.IsMatch(clause) || OwnGone.IsMatch(clause);

    /// <summary>Whether a clause belongs to such a message: it tells of the person and answers nothing.</summary>
    private static bool Told(string text, string clause) =>
        NotTheirs.In(text, clause) || About(text, clause) || OwnDead.Find(clause) is { } own && own["rest"].Length == 0
            || (OfThem.Find(clause) is { } them && (!Answers.IsMatch(them["what"]) || CannotAnswer.IsMatch(them["what"])));

    /// <summary>Forms in which the name of somebody stands: of one that fits, what stands there has to be able to be a name.</summary>
    private sealed class Named(string topic)
    {
        private readonly Expression any = Forms.Within(topic);

        private readonly Expression[] forms = [.. Forms.Beginnings(topic)];

        internal bool In(string text, string clause) => any.IsMatch(clause)
            && Array.Exists(forms, form => form.Find(clause) is { } found && Fits(text, found["who"], found["named"], found["owner"]));

        private static bool Fits(string text, string who, string named, string owner) =>
            (who.Length == 0 || Names.IsIn(text, who.Trim()))
            && (named.Length == 0 || (Words(named) is var words && Are(words) && !Names.IsSign(text, words[0])))
            && (owner.Length == 0 || Names.MayOwn(owner.Trim()));

        /// <summary>The words of a name, without what is said after it: "Rosa ANYMORE".</summary>
        internal static string[] Words(string words) =>
            [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().SkipWhile(AfterName.Contains).Reverse()];

        internal static bool Are(string[] words) => words.Length > 0 && Array.TrueForAll(words, Names.MayBe);
    }
}
