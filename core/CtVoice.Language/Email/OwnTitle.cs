using System.Collections.Frozen;
using System.Text;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>What whoever sent a mail wrote in its subject. Pure; bounded time.</summary>
/// <param name="Words">The words.</param>
/// <param name="Surely">False where an earlier mail's subject was taken over that is none of ours: nobody knows who wrote it, so danger
/// is heard in it, and it is nobody's answer.</param>
internal sealed record OwnTitle(string Words, bool Surely)
{
    /// <summary>Letters of a subject that are looked at.</summary>
    private const int Looked = 2000;

    /// <summary>Letters of our subject that are left where it was cut, at the least.</summary>
    private const int LeastCut = 12;

    private static readonly char[] Joints = [' ', '-', '–', '—', ':', '|', '…'];

    /// <summary>Words in brackets that programs put into a subject: "[EXTERNAL]", "[ABC2345]", the name of a list.</summary>
    private static readonly Expression Brackets = new(@"\[[^ \[\]]{0,40}( [^ \[\]]{1,40})?\]");

    private static readonly PhraseText Phrases = PhraseText.Load("Email.Phrases.empty-titles");

    private static readonly FrozenSet<string> Empty = Phrases.Set("says nothing");

    private static readonly string[] Endings = Phrases["ends the name of a file"];

    /// <summary>
    /// Without "Re:" and "Fwd:", what programs put between brackets, and our own subject, also where it was cut. Null when nothing is left.
    /// </summary>
    /// <param name="subject">The subject line.</param>
    /// <param name="ours">Beginnings of the subjects that we write.</param>
    internal static OwnTitle? Of(string? subject, IReadOnlyList<string> ours)
    {
        if (string.IsNullOrWhiteSpace(subject))
            return null;
        var title = WithoutBrackets(Spaced(subject.Length <= Looked ? subject : WellFormed.Beginning(subject, Looked)));
        var (answers, known) = (false, false);
        for (var before = ""; before != title;)
        {
            before = title = Spaced(title);
            if (Title.Answers(Plain.Of(title)))
                (answers, title) = (true, title[(title.IndexOfAny([':', '：']) + 1)..]);
            foreach (var one in ours)
            {
                if (AtStart(title.TrimStart(Joints), one) is > 0 and var length)
                    (known, title) = (true, title.TrimStart(Joints)[length..]);
            }
        }
        title = title.Trim(Joints);
        return title.Any(char.IsLetterOrDigit) ? new(title, known || !answers) : null;
    }

    /// <summary>Whether it says nothing: a greeting, the name of a file, "(no subject)".</summary>
    internal bool SaysNothing => NormalizedText.Of(Words).Words is var folded && (Keywords.OnlyPolite(folded) || Empty.Contains(folded)
        || (!Words.Contains(' ', StringComparison.Ordinal)
            && Endings.Any(ending => Words.EndsWith(ending, StringComparison.OrdinalIgnoreCase))));

    /// <summary>How much of a subject is ours at its beginning: all of it, or what a program left of it when it cut it.</summary>
    private static int AtStart(string title, string ours)
    {
        var length = 0;
        while (length < Math.Min(title.Length, ours.Length)
            && char.ToLowerInvariant(title[length]) == char.ToLowerInvariant(ours[length]))
            length++;
        return length == ours.Length || (length >= LeastCut && title[length..].Trim(' ', '.', '…').Length == 0) ? length : 0;
    }

    /// <summary>What was written is in the mail, and nobody but its addressee can open it: the subject is not it.</summary>
    internal static bool IsSealed(MimeMail mail, ReplyText parted) => mail.Locked
        || mail.ContentType.Contains("pkcs7", StringComparison.Ordinal)
        || (parted.Reply.Length == 0 && parted.Trimmed.Contains(Armour.Head, StringComparison.Ordinal));

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
