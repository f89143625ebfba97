using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>Reads an email: what kind it is, what the person typed, which option that names.</summary>
public static class EmailReader
{
    /// <summary>Words looked at for wishes, choices and flags; the reply itself is never cut.</summary>
    private const int Looked = 16_384;

    /// <summary>Reads a mail. Pure; bounded time; never throws on any mail.</summary>
    public static EmailReading Read(MimeMail mail, EmailContext context)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(context);

        var shown = new Lazy<string>(() => HtmlText.Of(mail.Html ?? "")); // Markup is the dearest to read: once.
        var parted = Part(mail, shown, context.Sent);
        var folded = NormalizedText.Of(parted.Reply);
        if (MachineSigns.Wrote(mail, mail.Text ?? shown.Value, parted, folded, context) is { } machine)
            return new EmailReading(EmailKind.Automated, machine.Automation, null, [], parted.Reply, parted.Trimmed, machine.Because);
        var subject = mail.Headers["Subject"];
        var title = OwnTitle.Of(subject, context.OwnSubjects);
        // A mail without a word says what stands in its subject; one with words says them, and no others.
        return title?.Said is { } alone && parted.Reply.All(c => char.IsWhiteSpace(c) || char.IsPunctuation(c))
            && !OwnTitle.IsSealed(mail, parted)
            ? Understand(parted with { Reply = alone, Unsure = [] }, NormalizedText.Of(alone), title, subject, context)
            : Understand(parted, folded, title, subject, context);
    }

    /// <summary>Reads a plain-text body of which nothing else is known.</summary>
    public static EmailReading Read(string body, EmailContext context)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Read(new MimeMail(MimeHeaders.None, body, null, "text/plain", null, null, null, null, [], Cut: false), context);
    }

    /// <summary>Reads a file: a raw mail, or the bare text of one.</summary>
    public static EmailReading Read(ReadOnlySpan<byte> file, EmailContext context) =>
        MimeReader.LooksLikeMail(file) ? Read(MimeReader.Read(file), context) : Read(Charsets.Decode(null, file.ToArray()), context);

    /// <summary>The plain text is what the person's program meant to show; HTML alone, or beside an empty text, is read instead.</summary>
    private static ReplyText Part(MimeMail mail, Lazy<string> shown, IReadOnlyList<string> sent)
    {
        // A notice that the mail is encrypted is no word of whoever encrypted it.
        if (mail.Locked)
        {
            var notice = mail.Text ?? shown.Value;
            return new("", notice, "left out: a notice that the mail is encrypted");
        }
        if (!string.IsNullOrWhiteSpace(mail.Text) && !StandsIn(mail, shown))
            return ReplyText.Of(Unescaped(Marks.Remove(WellFormed.Of(mail.Text))), sent);
        // HTML can name what is no character: "&#xFFFE;".
        return ReplyText.Of(WellFormed.Of(shown.Value), sent);
    }

    /// <summary>"2\. Only the nurse": a program that made Markdown of a mail put a sign before the dot.</summary>
    private static string Unescaped(string text) =>
        text.Contains("\\.", StringComparison.Ordinal) || text.Contains("\\)", StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(line => line.AsSpan().TrimStart() is [>= '0' and <= '9', '\\', '.' or ')', ..]
                ? line.Remove(line.IndexOf('\\', StringComparison.Ordinal), 1) : line))
            : text;

    /// <summary>"Your program cannot show HTML": a text that only says to read the other one.</summary>
    private static bool StandsIn(MimeMail mail, Lazy<string> shown) =>
        mail is { Text.Length: < 400, Html: not null } && mail.Text.Contains("html", StringComparison.OrdinalIgnoreCase)
        && !shown.Value.Contains(mail.Text.Trim().Split('\n')[0].Trim(), StringComparison.OrdinalIgnoreCase);

    private static EmailReading Understand(ReplyText parted, NormalizedText all, OwnTitle? title, string? subject,
        EmailContext context)
    {
        var sure = Stretch.Without(parted.Reply, parted.Unsure);
        var text = sure.Length <= Looked ? sure : sure[..Looked];
        var folded = text.Length == parted.Reply.Length ? all : NormalizedText.Of(text);
        // Danger and flags are looked for in all of it, also where it may be somebody else's; danger once, and to the end.
        var inSubject = title?.Said is { } alone && ReferenceEquals(alone, parted.Reply);
        var spoken = inSubject ? null : Danger.In(all);
        // In the subject of a mail somebody may say what the mail does not.
        var titled = spoken is not { Level: DangerLevel.Acute } ? title?.Danger() : null;
        var inTitle = titled is not null && (spoken is null || titled.Level is DangerLevel.Acute);
        var heard = context.Heard ?? new(inTitle ? titled : spoken);
        var flags = Flags.In(parted.Unsure.Count == 0
            ? folded
            : NormalizedText.Of(parted.Reply.Length <= Looked ? parted.Reply : parted.Reply[..Looked]), heard);
        if (parted.Unsure.Count > 0)
            flags = [.. flags, Flags.Unsure];
        var choice = Choice.In(text, folded, context.Choices);
        var wishes = ListFooter.Without(text);
        var whole = ContactWishes.Of(wishes, ReferenceEquals(wishes, text) ? folded : NormalizedText.Of(wishes), context.OptedOut,
            ContactChannel.Mail);
        var wish = whole is { Wish: not Wish.PerhapsStop } ? whole
            : OpeningLine(wishes, context.OptedOut)
                ?? (choice is null && subject is not null && (inSubject || SaysNothing(text))
                    ? SubjectAlone(subject, context.OptedOut) : null) ?? whole;
        EmailReading As(EmailKind kind, int? named, string because) =>
            new(kind, null, named, flags, parted.Reply, parted.Trimmed, because + "; " + parted.Because)
            { Heard = heard, Unsure = parted.Unsure, Title = inTitle ? title!.Words : null };
        return wish switch
        {
            (Wish.Stop, var because) => As(EmailKind.OptOut, null, because),
            (Wish.Start, var because) => As(EmailKind.OptIn, null, because),
            (Wish.Help, var because) => As(EmailKind.Help, null, because),
            (Wish.PerhapsStop, var because) => As(EmailKind.AmbiguousOptOut, choice?.Value, because),
            _ when choice is { } named => As(EmailKind.Answer, named.Value, named.Because),
            _ => As(EmailKind.Answer, null, parted.Reply.Length == 0 ? "no words of the person's own" : text.Length == 0
                ? "words that may be somebody else's" : "a person's words, without a choice"),
        };
    }

    /// <summary>"STOP" on the first line and only a sign-off below: names and titles, no sentence.</summary>
    private static (Wish, string)? OpeningLine(string text, bool optedOut)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return null;
        var lines = text.Split('\n').Where(line => line.AsSpan().Trim().Length > 0).ToArray();
        if (lines.Length is < 2 or > 8 || lines[0].Length > 60)
            return null;
        var below = lines.Skip(1).ToArray();
        if (below.Any(line => line.Length > 60 || line.TrimEnd()[^1] is '.' or '?'
            || line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5))
            return null;
        return ContactWishes.Keyword(NormalizedText.Of(lines[0]), new(), optedOut, ContactChannel.Mail)
            is { Wish: var wish and (Wish.Stop or Wish.Start) }
            ? (wish, "the first line is a keyword, the rest a sign-off") : null;
    }

    /// <summary>A mail whose subject alone speaks: a keyword, as a List-Unsubscribe address receives it (RFC 2369), or a plain request.
    /// "Re:" repeats our own subject.</summary>
    private static (Wish, string)? SubjectAlone(string subject, bool optedOut)
    {
        if (Title.Answers(Plain.Of(subject).Trim()))
            return null;
        var folded = NormalizedText.Of(subject);
        return Keywords.Of(folded, optedOut) is { } wish ? (wish, "a mail without words whose subject is a keyword")
            : ContactWishes.Of(MyAddress(subject), optedOut, ContactChannel.Mail) is (Wish.Stop, _)
                ? (Wish.Stop, "a mail without words whose subject asks to be left alone")
            : null;
    }

    /// <summary>In the subject of a mail without words "my address" is what we write to, as a number is in a text.</summary>
    private static string MyAddress(string subject) =>
        subject.Replace("my address", "my number", StringComparison.OrdinalIgnoreCase)
            .Replace("mi dirección", "mi número", StringComparison.OrdinalIgnoreCase)
            .Replace("mi direccion", "mi numero", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the words of a mail are none but thanks, a name or two, or a hint at its subject.</summary>
    private static bool SaysNothing(string text)
    {
        if (text.Length > 120)
            return false;
        var folded = NormalizedText.Of(text);
        return folded.Words.Length == 0 || Keywords.OnlyPolite(folded.Words) || HintsAtSubject(text)
            || text.Split('\n').Where(line => line.AsSpan().Trim().Length > 0).ToArray() is { Length: <= 3 } lines && lines.All(IsName);
    }

    private static bool HintsAtSubject(string text) => OfSubject.IsMatch(NormalizedText.Of(text).Words);

    private static readonly Expression OfSubject =
        new("^((please|thanks|thank you|por favor|gracias) )*((see|read|as in|as per|ver|vea|lea) )?(the |my |el |mi "
            + ")?(above|subject|subject line|asunto|title)( (line|above|arriba))?( (please|thanks|thank you|por favor|gracias))*$");

    /// <summary>"Rosa Diaz", "Thanks", "Springfield": no word begins small, and there is no sign of a sentence.</summary>
    private static bool IsName(string line) =>
        Keywords.OnlyPolite(NormalizedText.Of(line).Words)
        || (line.Trim() is { Length: <= 40 } name && name[^1] is not ('.' or '!' or '?' or ':')
            && name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 4 } words
            && words.All(word => char.IsUpper(word[0])) && !name.Any(char.IsDigit)
            && !(words.Length == 1 && Keywords.Of(NormalizedText.Of(name), optedOut: true) is not null));
}
