using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>The question that a mail answers.</summary>
/// <param name="Code">The code that leads to it, whichever sign named it.</param>
/// <param name="Question">The question.</param>
public sealed record AnsweredQuestion(string Code, CodedQuestion Question);

/// <summary>
/// Finds the question that a mail answers, strongest sign first: the address it was sent to, the code in its subject, the id
/// of the mail that it answers. Where it claims to come from proves nothing.
/// </summary>
public sealed class AnsweredQuestions(ReplyAddress replyAddress, SentMails mails)
{
    // A subject gathers brackets on its way: [EXTERNAL], [SPAM?], the name of a list.
    private const int MostCodes = 8;

    /// <summary>The question; null when nothing in the mail leads to one.</summary>
    public async Task<AnsweredQuestion?> FindAsync(InboundMessage mail, CancellationToken cancellationToken = default)
    {
        foreach (var code in Codes(mail).Distinct(StringComparer.Ordinal).Take(MostCodes))
        {
            if (await FindAsync(code, cancellationToken) is { } named)
                return named;
        }
        return mail.Form == InboundMessage.MailForm
            && await mails.FindAsync(MessageId.Answered(ReceivedMail.Read(mail.Text)), cancellationToken) is { } answered
            ? await FindAsync(answered, cancellationToken)
            : null;
    }

    private async Task<AnsweredQuestion?> FindAsync(string code, CancellationToken cancellationToken) =>
        await replyAddress.FindAsync(code, cancellationToken) is { } question ? new(code, question) : null;

    private static IEnumerable<string> Codes(InboundMessage mail)
    {
        // reply+CODE@domain first: it survives whatever a mail client does to the subject.
        for (var plus = mail.To.IndexOf("reply+", StringComparison.OrdinalIgnoreCase); plus >= 0; plus =
            mail.To.IndexOf("reply+", plus + 6, StringComparison.OrdinalIgnoreCase))
        {
            if (mail.To.IndexOf('@', plus) is > 0 and var at && Plausible(mail.To[(plus + 6)..at]) is { } code)
                yield return code;
        }
        for (var open = LastOpen(mail.Subject, mail.Subject?.Length ?? 0); open >= 0; open = LastOpen(mail.Subject, open))
        {
            if (mail.Subject!.IndexOf(']', open) is > 0 and var close && Plausible(mail.Subject[(open + 1)..close]) is { } code)
                yield return code;
        }
    }

    private static int LastOpen(string? subject, int before) => before > 0 ? subject!.LastIndexOf('[', before - 1) : -1;

    // Anybody can write an address: what could be no code of ours is not looked up.
    private static string? Plausible(string code) =>
        code.Length is > 3 and <= 40 && code.All(char.IsAsciiLetterOrDigit) ? code.ToUpperInvariant() : null;
}
