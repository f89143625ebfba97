using CtVoice.Language.Matching;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>Read receipts that carry no report (RFC 8098), and answers to an invitation that say nothing but yes or no to a date.</summary>
internal static class Receipts
{
    private static readonly PhraseFile Phrases = PhraseFile.Load("receipts");

    private static readonly string[] Subjects = Phrases["subjects"];

    private static readonly PhraseSet Sentences = new(Phrases["sentences"]);

    /// <summary>A mail that was delivered, as Exchange reports it.</summary>
    private static readonly PhraseSet Delivered = new(Phrases["delivered"]);

    /// <summary>How the subject of an answer to an invitation begins.</summary>
    private static readonly string[] Invited = Phrases["answers to an invitation"];

    /// <summary>Names and what was pressed are no longer.</summary>
    private const int MostWords = 12;

    /// <summary>Both: without any of them nothing is asked further.</summary>
    private static readonly PhraseSet Either = new([.. Sentences.Phrases, .. Delivered.Phrases]);

    /// <summary>What Google Calendar writes for a person who pressed a button: so ends a line.</summary>
    private static readonly string[] Pressed = Phrases["pressed"];

    /// <summary>Whether a subject, as <see cref="Plain"/> gives it, begins as theirs do.</summary>
    internal static bool Titled(string title) => Subjects.Concat(Invited).Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal));

    /// <summary>Why the mail is such a receipt; null when it is none.</summary>
    internal static string? Because(MimeMail mail, string subject, string text, string reply, bool more)
    {
        if (mail.Attachments.Any(attachment => attachment.ContentType == "text/calendar")
            && (reply.Length == 0
                || (Plain.Of(reply) is var answer && (answer.Split('\n').Any(IsPressed) || IsPressedFor(answer, Plain.Of(subject)))
                    && !answer.Contains(" note", StringComparison.Ordinal))))
            return "an answer to an invitation in a calendar, without a word";
        if (text.Length > 2_000)
            return null;
        var title = Plain.Of(subject).TrimStart();
        if (Invited.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal)) && OnlyPressed(reply.Length > 0 ? reply : text))
            return "an answer to an invitation, without a word";
        var plain = Bounces.OneLine(text);
        if (!Either.In(plain))
            return null;
        if (Sentences.In(plain) && !Title.Answers(title)
            && (Subjects.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal)) || OpensWithFields(text))
            && (OpensWithFields(text) || !more))
            return "a read receipt by its wording";
        return Delivered.In(plain) && !PersonSigns.Speaks(plain) ? "a report that a mail was delivered" : null;
    }

    private static bool IsPressed(string line) =>
        line.TrimEnd('.', ' ') is var told && Array.Exists(Pressed, phrase => told.EndsWith(phrase, StringComparison.Ordinal));

    /// <summary>"Rosa Diaz has accepted your invitation to Panel meeting, April 21": who pressed which button, the event of the subject and
    /// its date, on one line.</summary>
    private static bool IsPressedFor(string answer, string subject)
    {
        var line = answer.Trim().TrimEnd('.');
        var invited = subject[(subject.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim();
        if (line.Contains('\n') || invited.Length == 0 || line.IndexOf(invited, StringComparison.Ordinal) is not (> 0 and var at))
            return false;
        var told = line[..at].TrimEnd();
        var after = line[(at + invited.Length)..].Trim(' ', ',', '.');
        return told.Count(' ') < MostWords && (after.Length == 0 || (after.Length < LongestDate && Moments.HasDate(after)))
            && Array.Exists(Pressed, phrase => told.EndsWith(phrase + " to", StringComparison.Ordinal)
                || told.EndsWith(phrase + " a", StringComparison.Ordinal));
    }

    private const int LongestDate = 60;

    /// <summary>Whether nothing is said but who pressed which button, and the date again.</summary>
    private static bool OnlyPressed(string reply)
    {
        var lines = Plain.Of(reply).Split('\n').Where(line => line.AsSpan().Trim().Length > 0).ToArray();
        return lines.Length > 0 && IsPressed(lines[0]) && lines[0].Split(' ').Length <= MostWords
            && (lines.Length == 1 || lines.Any(line => line.Contains("calendar", StringComparison.Ordinal)));
    }

    /// <summary>"Your message", and below it To, Subject and Sent of that mail.</summary>
    private static bool OpensWithFields(string text)
    {
        var lines = text.Split('\n').Where(line => line.AsSpan().Trim().Length > 0).Take(4).ToArray();
        return lines.Length == 4 && lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 3
            && !lines[0].Contains(':', StringComparison.Ordinal)
            && lines.Skip(1).All(line => line.AsSpan().Trim().IndexOfAny(':', '：') is > 0 and < 20);
    }
}
