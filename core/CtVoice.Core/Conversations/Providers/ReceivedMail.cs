using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Json;
using CtVoice.Language;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>An email as a provider handed it over. Of attachments only name, type, size and hash are kept.</summary>
/// <param name="Id">The provider's name for it, or its Message-ID; null when it has none.</param>
/// <param name="From">Address it claims to come from.</param>
/// <param name="To">Every address it was sent to, as far as the provider says.</param>
/// <param name="Mail">Headers and texts.</param>
public sealed record ReceivedMail(string? Id, string From, string To, MimeMail Mail)
{
    /// <summary>Characters of one stored mail; more is cut and marked.</summary>
    public const int MostCharacters = InboundMessage.MostCharacters;

    private const int MostOfAnAddress = 2000;
    private const int MostOfASubject = 1000;

    /// <summary>The message to store. The same mail, delivered twice, is the same message.</summary>
    public InboundMessage ToMessage(DateTimeOffset receivedAt)
    {
        var text = Stored(Clean(Mail));
        // An id of unusual length is as good as none: the mail names itself.
        var id = Id is { Length: <= MostOfASubject }
            ? WellFormed.Of(Id)
            : "none-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{From}\n{To}\n{text}")));
        return new(Channel.Email, id, WellFormed.Beginning(From, MostOfAnAddress), WellFormed.Beginning(To, MostOfAnAddress),
            WellFormed.Beginning(Mail.Headers["Subject"] ?? "", MostOfASubject), text, receivedAt)
        {
            Form = InboundMessage.MailForm,
        };
    }

    /// <summary>Reads what <see cref="ToMessage"/> stored.</summary>
    public static MimeMail Read(string stored) => JsonSerializer.Deserialize<MimeMail>(stored, WorkflowJson.Options)!;

    /// <summary>The mail without what is no character.</summary>
    private static MimeMail Clean(MimeMail mail) => mail with
    {
        Headers = Clean(mail.Headers),
        Text = Clean(mail.Text),
        Html = Clean(mail.Html),
        DeliveryStatus = Clean(mail.DeliveryStatus),
        FeedbackReport = Clean(mail.FeedbackReport),
        Returned = mail.Returned is null ? null : Clean(mail.Returned),
        Attachments = [.. mail.Attachments.Select(file => file with { Name = Clean(file.Name) })],
    };

    private static MimeHeaders Clean(MimeHeaders headers) =>
        new([.. headers.Fields.Select(field => new MimeHeader(WellFormed.Of(field.Name), WellFormed.Of(field.Value)))]);

    private static string? Clean(string? text) => text is null ? null : WellFormed.Of(text);

    private static string Stored(MimeMail mail)
    {
        var text = JsonSerializer.Serialize(mail, WorkflowJson.Options);
        for (var room = MostCharacters / 2; text.Length > MostCharacters; room /= 2)
            text = JsonSerializer.Serialize(Shorter(mail, room), WorkflowJson.Options);
        return text;
    }

    private static MimeMail Shorter(MimeMail mail, int room) => mail with
    {
        Text = mail.Text is null ? null : WellFormed.Beginning(mail.Text, room),
        Html = mail.Html is null ? null : WellFormed.Beginning(mail.Html, room),
        DeliveryStatus = mail.DeliveryStatus is null ? null : WellFormed.Beginning(mail.DeliveryStatus, room),
        FeedbackReport = mail.FeedbackReport is null ? null : WellFormed.Beginning(mail.FeedbackReport, room),
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
}
