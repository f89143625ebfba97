using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Storage;
using CtVoice.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Simulation;

/// <summary>
/// Delivers what a simulated resident writes by the request that a real provider would send, signed with the development
/// secret, through the whole pipeline.
/// </summary>
internal static class SimulatedProvider
{
    private const string Boundary = "simulated-provider";

    /// <summary>A text message as Twilio posts it.</summary>
    public static HttpContext Text(HttpContext caller, string id, string from, string text)
    {
        var options = caller.Need<WebhookOptions>();
        const string path = "/api/webhooks/twilio/sms";
        KeyValuePair<string, string>[] parameters =
            [new("MessageSid", id), new("From", from), new("To", "+18605550100"), new("Body", text), new("NumMedia", "0"),
                new("SmsStatus", "received")];
        var form = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        var context = Post(path, "application/x-www-form-urlencoded", form);
        context.Request.Headers[TwilioSignature.Header] =
            TwilioSignature.Of(options.TwilioToken.Current, options.PublicUrl.GetLeftPart(UriPartial.Authority) + path, parameters);
        return context;
    }

    /// <summary>An id of the shape that Twilio gives its messages, the same for the same name; a name of that shape stays.</summary>
    public static string SidOf(string name) =>
        TwilioShapes.IsSid(name) ? name : "SM" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];

    /// <summary>An email as SendGrid posts it.</summary>
    public static HttpContext Mail(HttpContext caller, string id, string from, string to, string subject, string text,
        string? answers = null)
    {
        var secret = caller.Need<WebhookOptions>().EmailSecret.Current;
        var form = new StringBuilder();
        void Field(string name, string value) =>
            form.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(name).Append("\"\r\n\r\n")
                .Append(value).Append("\r\n");
        Field("headers", $"Message-ID: <{id}>\nFrom: {from}\nTo: {to}\nSubject: "
            + $"{subject.ReplaceLineEndings(" ")}\n{(answers is null
                ? ""
                : $"In-Reply-To: <{answers}>\nReferences: <{answers}>\n")}MIME-Version: 1.0\n");
        Field("from", from);
        Field("to", to);
        Field("subject", subject);
        Field("text", text);
        form.Append("--").Append(Boundary).Append("--\r\n");
        return Post($"/api/webhooks/email/{secret}", $"multipart/form-data; boundary={Boundary}", form.ToString());
    }

    /// <summary>Delivers a request; fails as a provider would see it fail.</summary>
    public static async Task PostAsync(HttpContext caller, HttpContext request)
    {
        // A scope of its own, as for every request: a provider does not call with the key of whoever writes here.
        await using var scope = caller.RequestServices.CreateAsyncScope();
        request.RequestServices = scope.ServiceProvider;
        await caller.Need<WebPipeline>().AnswerAsync(request);
        if (request.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            throw new TableFaultException("The simulated message could not be stored.", isTransient: true);
        if (request.Response.StatusCode >= StatusCodes.Status400BadRequest)
            throw new InvalidOperationException("Our own webhook refused a simulated message.");
    }

    private static DefaultHttpContext Post(string path, string type, string body)
    {
        var context = new DefaultHttpContext();
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Request.Method = HttpMethods.Post;
        context.Request.Path = path;
        context.Request.ContentType = type;
        context.Request.ContentLength = bytes.Length;
        context.Request.Body = new MemoryStream(bytes);
        return context;
    }
}
