using System.Collections.Frozen;
using System.Text;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>What whoever sent a mail wrote in its subject. Pure; bounded time.</summary>
/// <param name="Words">The subject without ours: heard for danger, whoever wrote it.</param>
/// <param name="Said">What the sender surely wrote, and what says something; null where an earlier mail's subject was taken over, where
/// a program wrote before it, or wrote it.</param>
/// <param name="PassedOn">Behind "Fwd:".</param>
internal sealed record OwnTitle(string Words, string? Said, bool PassedOn)
{
    /// <summary>Letters of a subject that are looked at.</summary>
    private const int Looked = 2000;

    /// <summary>Letters of our subject that are left where it was cut, at the least.</summary>
    private const int LeastCut = 12;

    private const int LeastCode = 6;

    private static readonly char[] Joints = [' ', '-', '–', '—', ':', '|', '…'];

    /// <summary>Words in brackets that programs put into a subject: "[EXTERNAL]", "[ABC2345]", the name of a list.</summary>
    private static readonly Expression Brackets = new(@"\[[^ \[\]]{0,40}( [^ \[\]]{1,40}){0,4}\]");

    /// <summary>What a program wrote before a subject: "(EXT)", "{EXTERNAL}", "*** SPAM ***".</summary>
    private static readonly Expression Tag = new(@"^(\[[^\[\]]{0,60}\]|\{[^{}]{0,60}\}|\([^()]{0,60}\)|<[^<>]{0,60}>|\*+[^*]{0,60}\*+)");

    private static readonly PhraseText Phrases = PhraseText.Load("Email.Phrases.empty-titles");

    private static readonly FrozenSet<string> Empty = Phrases.Set("says nothing");

    private static readonly FrozenSet<string> Numbered = Phrases.Set("says nothing before a number");

    private static readonly FrozenSet<string> Tags = Phrases.Set("before a colon");

    private static readonly FrozenSet<string> Forwards = Phrases.Set("passes on");

    private static readonly string[] Programs = Phrases["begins what a program wrote"];

    private static readonly string[] Names = Phrases["before a name"];

    private static readonly FrozenSet<string> Us = Phrases.Set("speaks of us");

    private static readonly string[] Endings = Phrases["ends the name of a file"];

    /// <summary>Without what programs put between brackets, and without our own subject. Null when nothing is left.</summary>
    /// <param name="subject">The subject line.</param>
    /// <param name="ours">Beginnings of the subjects that we write.</param>
    internal static OwnTitle? Of(string? subject, IReadOnlyList<string> ours)
    {
        if (string.IsNullOrWhiteSpace(subject))
            return null;
        var whole = Spaced(subject.Length <= Looked ? subject : WellFormed.Beginning(subject, Looked));
        var (before, after) = Around(whole, ours);
        var (title, marked, passed) = Bare(before, ours);
        var said = after is null ? (marked ? "" : title) : after;
        var words = Spaced(WithoutBrackets(after is null ? before : $"{before} {after}")).Trim(Joints);
        return words.Any(char.IsLetterOrDigit)
            ? new(words, said.Any(char.IsLetterOrDigit) && !SaysNothing(said) ? said : null, passed) : null;
    }

    /// <summary>The danger that it tells of: acute, or a worry of the first person; behind "Fwd:" only of the first person.</summary>
    internal Danger? Danger()
    {
        var folded = NormalizedText.Of(Words);
        return Meaning.Danger.In(folded) is { } danger
            && ((danger.Level is DangerLevel.Acute && !PassedOn) || danger.Language is not ("en" or "es")
                || WordList.OwnLife.Find(folded) is not null || folded.Words.Split(' ').Any(Us.Contains))
            ? danger : null;
    }

    /// <summary>What was written is in the mail, and nobody but its addressee can open it: the subject is not it.</summary>
    internal static bool IsSealed(MimeMail mail, ReplyText parted) => mail.Locked
        || mail.ContentType.Contains("pkcs7", StringComparison.Ordinal)
        || (parted.Reply.Length == 0 && parted.Trimmed.Contains(Armour.Head, StringComparison.Ordinal));

    /// <summary>Whether it says nothing: a greeting, the name of a file, "(no subject)", what a machine writes.</summary>
    private static bool SaysNothing(string title)
    {
        var plain = Plain.Of(title);
        var folded = NormalizedText.Of(title).Words;
        return Keywords.OnlyPolite(folded) || Empty.Contains(folded)
            || Numbered.Contains(plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '-', '#', ' '))
            || (!title.Contains(' ', StringComparison.Ordinal)
                && Endings.Any(ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            || Programs.Any(phrase => Begins(plain, phrase))
            || Names.Any(phrase => Begins(plain, phrase) && IsName(title[phrase.Length..]))
            || AutoReplies.Titled(plain) || Receipts.Titled(plain) || BounceWords.Failed.In(plain) || BounceWords.Full.In(plain);
    }

    private static bool Begins(string plain, string phrase) => plain.StartsWith(phrase, StringComparison.Ordinal)
        && (plain.Length == phrase.Length || !char.IsLetterOrDigit(plain[phrase.Length]));

    private static bool IsName(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 or 3 } parts
        && parts.All(part => char.IsUpper(part[0]));

    /// <summary>What stands before our subject, and after it and its code; null for the latter where it is not there.</summary>
    private static (string Before, string? After) Around(string title, IReadOnlyList<string> ours)
    {
        var (from, to) = (title.Length, -1);
        foreach (var one in ours.Where(one => one.Length > 0))
        {
            if (title.IndexOf(one, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                (from, to) = (Math.Min(from, at), Math.Max(to, at + one.Length));
        }
        if (to < 0)
            return (title, null);
        var after = Spaced(WithoutBrackets(title[to..])).Trim(Joints);
        var first = after.Split(' ')[0];
        if (first.Length >= LeastCode && first.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && first.Any(char.IsAsciiDigit))
            after = after[first.Length..].Trim(Joints);
        return (title[..from], after);
    }

    /// <summary>Without "Re:", "Fwd:", what programs write before a subject, and ours where it was cut.</summary>
    private static (string Title, bool Marked, bool PassedOn) Bare(string title, IReadOnlyList<string> ours)
    {
        var (marked, passed) = (false, false);
        for (var before = ""; before != title;)
        {
            before = title = title.Trim(Joints);
            var colon = title.IndexOfAny([':', '：']);
            var prefix = colon > 0 ? Plain.Of(title[..colon]).Trim() : "";
            var tag = Tag.FindAll(title).Select(found => found.Length).FirstOrDefault();
            if (title[..tag].Count(char.IsLetter) > 1) // "(2)" is an answer.
                (marked, title) = (true, title[tag..]);
            else if (Title.Answers(Plain.Of(title)) || Tags.Contains(prefix))
                (marked, passed, title) = (true, passed || Forwards.Contains(prefix), title[(colon + 1)..]);
            else if (ours.Any(one => IsCut(title, one)))
                title = "";
        }
        return (title, marked, passed);
    }

    /// <summary>Whether it is what a program left of our subject when it cut it.</summary>
    private static bool IsCut(string title, string ours) => title.TrimEnd(' ', '.', '…') is { Length: >= LeastCut } left
        && ours.StartsWith(left, StringComparison.OrdinalIgnoreCase);

    private static string WithoutBrackets(string title)
    {
        var kept = new StringBuilder(title.Length);
        var from = 0;
        foreach (var bracket in Brackets.FindAll(title))
        {
            kept.Append(title, from, bracket.Index - from).Append(' ');
            from = bracket.Index + bracket.Length;
        }
        return kept.Append(title, from, title.Length - from).ToString();
    }

    private static string Spaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
