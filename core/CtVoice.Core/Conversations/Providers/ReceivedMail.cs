using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Mime;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>An email as a provider handed it over. Of attachments only name, type, size and hash are kept.</summary>
/// <param name="Id">The provider's name for it, or its Message-ID; null when it has none.</param>
/// <param name="From">Address it claims to come from.</param>
/// <param name="To">Every address it was sent to, as far as the provider says.</param>
/// <param name="Mail">Headers and texts.</param>
public sealed record ReceivedMail(string? Id, string From, string To, MimeMail Mail)
{
    /// <summary>Characters of one stored mail; more is cut and marked.</summary>
    public const int MostCharacters = 1024 * 1024;

    private const int MostOfAnAddress = 2000;
    private const int MostOfASubject = 1000;

    /// <summary>The message to store. The same mail, delivered twice, is the same message.</summary>
    public InboundMessage ToMessage(DateTimeOffset receivedAt)
    {
        var text = Stored(Mail);
        // An id of unusual length is as good as none: the mail names itself.
        var id = Id is { Length: <= MostOfASubject } ? Id : "none-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{From}\n{To}\n{text}")));
        return new("email", id, Cut(From, MostOfAnAddress), Cut(To, MostOfAnAddress), Cut(Mail.Headers["Subject"] ?? "", MostOfASubject), text, receivedAt)
        {
            Form = InboundMessage.MailForm,
        };
    }

    /// <summary>Reads what <see cref="ToMessage"/> stored.</summary>
    public static MimeMail Read(string stored) => JsonSerializer.Deserialize<MimeMail>(stored, WorkflowJson.Options)!;

    private static string Stored(MimeMail mail)
    {
        var text = JsonSerializer.Serialize(mail, WorkflowJson.Options);
        for (var room = MostCharacters / 2; text.Length > MostCharacters; room /= 2)
            text = JsonSerializer.Serialize(Shorter(mail, room), WorkflowJson.Options);
        return text;
    }

    private static MimeMail Shorter(MimeMail mail, int room) => mail with
    {
        Text = mail.Text is null ? null : Cut(mail.Text, room),
        Html = mail.Html is null ? null : Cut(mail.Html, room),
        DeliveryStatus = mail.DeliveryStatus is null ? null : Cut(mail.DeliveryStatus, room),
        FeedbackReport = mail.FeedbackReport is null ? null : Cut(mail.FeedbackReport, room),
        Headers = Fewer(mail.Headers, room),
        Returned = mail.Returned is null ? null : Fewer(mail.Returned, room),
        Cut = true,
    };

    private static MimeHeaders Fewer(MimeHeaders headers, int room)
    {
        var kept = new List<MimeHeader>();
        foreach (var field in headers.Fields)
        {
            room -= field.Name.Length + field.Value.Length;
            if (room < 0)
                break;
            kept.Add(field);
        }
        return new(kept);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
