using System.Globalization;
using System.Net;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>The providers' side of the webhooks: requests as they send them, rightly signed unless a test says otherwise.</summary>
internal sealed class Provider(ReviewStory story) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = story.Url };

    internal WebhookOptions Options => story.Service<WebhookOptions>();

    internal static KeyValuePair<string, string>[] Sms(string sid, string from, string body, params (string Name, string Value)[] more) =>
    [
        new("MessageSid", sid), new("From", from), new("To", "+18605550100"), new("Body", body), new("NumMedia", "0"),
        .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
    ];

    internal async Task<string> PhoneOfAsync(string member) => (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;

    /// <summary>Posts a form as Twilio does.</summary>
    internal Task<HttpResponseMessage> TwilioAsync(
        KeyValuePair<string, string>[] form, string path = "/api/webhooks/twilio/sms", string? signedUrl = null, string? signature = null,
        string? token = null) =>
        RawAsync(
            path, new FormUrlEncodedContent(form),
            (TwilioSignature.Header, signature
                ?? TwilioSignature.Of(token ?? Options.TwilioToken.Current, signedUrl ?? "https://localhost" + path, form)));

    internal Task<HttpResponseMessage> StatusAsync(string sid, string status, string? code = null) => TwilioAsync(
        [new("MessageSid", sid), new("MessageStatus", status), .. code is null
            ? Array.Empty<KeyValuePair<string, string>>()
            : [new("ErrorCode", code)]],
        "/api/webhooks/twilio/status");

    /// <summary>Posts a mail as SendGrid does, with the secret in the path.</summary>
    internal Task<HttpResponseMessage> MailAsync(params (string Name, string Value)[] fields) =>
        RawAsync($"/api/webhooks/email/{Options.EmailSecret.Current}", Form(fields));

    internal static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent("boundary-of-a-mail");
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    internal async Task<HttpResponseMessage> RawAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }

    internal static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    internal async Task<StoredInbound?> StoredAsync(string id) => await story.Service<InboundStore>().ReadAsync(id);

    /// <summary>How many things are waiting in the pen.</summary>
    internal async Task<IReadOnlyList<PennedMessage>> PenAsync() => await story.Service<HoldingPen>().ReadAsync();

    /// <summary>The outbox row of a message to a member.</summary>
    internal async Task<TableRow> OutboxAsync(string member, string kind = "invitation", string channel = "Sms") =>
        (await story.Service<TableSet>().Records.GetAsync($"review|{story.Id}", $"outbox|{member}|{kind}|{channel}"))!;

    internal static string Sid(int n) => "SM" + n.ToString("x32", CultureInfo.InvariantCulture);

    internal static void Refused(HttpResponseMessage response) => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);

    internal static void Taken(HttpResponseMessage response) =>
        Assert.True((int)response.StatusCode is >= 200 and < 300, response.StatusCode.ToString());

    public void Dispose() => http.Dispose();
}
