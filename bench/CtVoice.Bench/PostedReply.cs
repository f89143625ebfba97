using System.Net.Http.Headers;
using System.Text;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Web;

namespace CtVoice.Bench;

/// <summary>A text message as the provider posts it.</summary>
/// <param name="Content">The form.</param>
/// <param name="Parameters">What stands in it, for whoever signs it.</param>
internal sealed record PostedReply(HttpContent Content, KeyValuePair<string, string>[] Parameters)
{
    private const string Path = "/api/webhooks/twilio/sms";

    internal static PostedReply Form(string id, string from, string text)
    {
        KeyValuePair<string, string>[] parameters =
            [new("MessageSid", id), new("From", from), new("To", "+18605550100"), new("Body", text), new("NumMedia", "0"),
                new("SmsStatus", "received")];
        var form = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return new(content, parameters);
    }

    /// <summary>The request that delivers it, signed.</summary>
    internal HttpRequestMessage Signed(WebhookOptions options) => new(HttpMethod.Post, Path)
    {
        Content = Content,
        Headers =
        {
            {
                TwilioSignature.Header,
                TwilioSignature.Of(options.TwilioToken.Current, options.PublicUrl.GetLeftPart(UriPartial.Authority) + Path, Parameters)
            },
        },
    };
}
