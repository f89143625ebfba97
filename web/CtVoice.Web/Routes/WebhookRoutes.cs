using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>
/// What providers call: texts, emails, and reports of what became of ours. Each proves who it is before a byte is stored,
/// and is answered once what it brought is durable.
/// </summary>
internal static class WebhookRoutes
{
    private const string SecretHeader = "X-Webhook-Secret";

    private static readonly BodyLimit Small = new(64 * 1024);

    // A text has at most 1,600 characters. One that is longer by far is read to its end, as its signature covers all of it,
    // and stored cut: whoever is refused sends it no more.
    private static readonly BodyLimit Texts = new(16 * 1024 * 1024);

    // Whoever refuses a mail as too large loses it for ever: its head is kept.
    private static readonly BodyLimit Mails = BodyLimit.File with { Cuts = true };

    // Event Grid posts at most 1 MB.
    private static readonly BodyLimit Events = new(2 * 1024 * 1024);

    private const string Form = "application/x-www-form-urlencoded";

    internal static void MapProviders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWebhook("/api/webhooks/twilio/sms", TextAsync).LimitBody(Texts)
            .BySignature("receiveText", "Takes a text message.").Returns(200, "Durable.", "text/xml");
        endpoints.MapWebhook("/api/webhooks/twilio/status", StatusAsync).LimitBody(Small)
            .BySignature("receiveTextStatus", "Takes what became of a text message.").Returns(204, "Taken.");
        endpoints.MapWebhook("/api/webhooks/email", MailAsync).LimitBody(Mails)
            .BySecret("receiveEmail", "Takes an email; the secret is a password or a header.")
            .TakesFile("multipart/form-data", "application/json").Returns(200, "Durable.", "text/plain");
        endpoints.MapWebhook("/api/webhooks/email/{secret}", MailAsync).LimitBody(Mails)
            .BySecret("receiveEmailBySecret", "Takes an email; the secret is in the path.")
            .TakesFile("multipart/form-data", "application/json").Returns(200, "Durable.", "text/plain");
        endpoints.MapWebhook("/api/webhooks/email/events", EventsAsync).LimitBody(Events)
            .BySecret("receiveEmailEvents", "Takes what became of emails (Event Grid).")
            .TakesFile("application/json").Returns(204, "Taken.");
        endpoints.MapWebhook("/api/webhooks/email/events", context => Task.FromResult(Handshake(context)), HttpMethods.Options)
            .LimitBody(Small)
            .BySecret("allowEmailEvents", "Answers the handshake of CloudEvents.").Returns(204, "Allowed.");
    }

    private static IEndpointConventionBuilder BySignature(this IEndpointConventionBuilder endpoint, string operationId, string summary) =>
        endpoint
        .WithName(operationId).WithSummary(summary)
        .WithDescription(
            "For Twilio. Proven by X-Twilio-Signature over the public URL and the fields; a message that comes twice is taken once.")
        .TakesFile(Form).Returns(403, "The signature does not fit; nothing is kept.", "application/problem+json");

    private static IEndpointConventionBuilder BySecret(this IEndpointConventionBuilder endpoint, string operationId, string summary) =>
        endpoint
        .WithName(operationId).WithSummary(summary)
        .WithDescription($"For the mail provider. Proven by a secret: the password of basic authentication or the header "
            + $"{SecretHeader}, or part of the URL where the provider can send neither.")
        .Returns(403, "The secret does not fit; nothing is kept.", "application/problem+json");

    private static async Task<IResult> TextAsync(HttpContext context)
    {
        if (await TwilioRequest.ReadAsync(context) is not { } posted || !TwilioShapes.IsText(posted))
            return Problem.NotProven();
        await context.Need<Intake>().TakeAsync(new(
            Channel.Sms, posted.MessageSid!, posted["From"]!, posted["To"] ?? "", null, posted["Body"]
                ?? "", context.Now())
        {
            Media = int.TryParse(posted["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
            AnsweredByProvider = posted["OptOutType"],
        });
        return Answer.Text("<Response/>", "text/xml; charset=utf-8");
    }

    private static async Task<IResult> StatusAsync(HttpContext context)
    {
        if (await TwilioRequest.ReadAsync(context) is not { } posted || !TwilioShapes.IsStatus(posted))
            return Problem.NotProven();
        if (posted.MessageSid is { } id && DeliveryReport.StatusOf(posted["MessageStatus"] ?? posted["SmsStatus"]) is { } status)
            await context.Need<DeliveryReports>().TakeAsync(new(id, status, Code(posted["ErrorCode"])));
        return Answer.Nothing();
    }

    private static async Task<IResult> MailAsync(HttpContext context)
    {
        if (!KnowsEmailSecret(context))
            return Problem.NotProven();
        var now = context.Now();
        foreach (var mail in await MailsAsync(context))
            await context.Need<Intake>().TakeAsync(mail.ToMessage(now));
        return Answer.Text("ok");
    }

    private static async Task<IReadOnlyList<ReceivedMail>> MailsAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            return [await InboundParse.ReadAsync(request, context.RequestAborted)];
        var body = await context.ReadBytesAsync();
        // Whatever else it is, somebody who knows the secret sent it: it is kept, and a person finds it in the holding pen.
        return GraphMail.Read(body)
            ?? [SendGridMail.Read(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["email"] = body.ToArray() }, [], cut: false)];
    }

    private static async Task<IResult> EventsAsync(HttpContext context)
    {
        if (!KnowsEventSecret(context))
            return Problem.NotProven();
        if (DeliveryEvents.Read(await context.ReadBytesAsync()) is not { } events)
            return Problem.Faults("", "The body is no JSON.");
        if (events.ValidationCode is { } code)
            return Answer.Json(new ValidationAnswer(code));
        foreach (var report in events.Reports)
            await context.Need<DeliveryReports>().TakeAsync(report);
        return Answer.Nothing();
    }

    /// <summary>CloudEvents 1.0, "HTTP 1.1 Web Hooks for Event Delivery", section 4: the sender asks before it posts.</summary>
    private static IResult Handshake(HttpContext context)
    {
        if (context.Request.Headers["WebHook-Request-Origin"] is not [{ Length: > 0 and <= 255 } origin])
            return Answer.Nothing();
        if (!KnowsEventSecret(context) || origin.Any(c => c is <= ' ' or > '~'))
            return Problem.NotProven();
        context.Response.Headers["WebHook-Allowed-Origin"] = origin;
        context.Response.Headers["WebHook-Allowed-Rate"] = "*";
        return Answer.Nothing();
    }

    private static bool KnowsEmailSecret(HttpContext context)
    {
        var secret = context.Need<WebhookOptions>().EmailSecret;
        return context.RouteTextOrNull("secret") is { } inPath && secret.Matches(inPath)
            || secret.Matches(Password(context.Request)) || secret.Matches(context.Request.Headers[SecretHeader].ToString());
    }

    private static bool KnowsEventSecret(HttpContext context) =>
        context.Need<WebhookOptions>().EventSecret is var secret
        && (secret.Matches(context.QueryText("secret")) || secret.Matches(context.Request.Headers[SecretHeader].ToString()));

    /// <summary>The password of basic authentication (RFC 7617), whatever the user is called; null when there is none.</summary>
    private static string? Password(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var given)
            || !string.Equals(given.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) || given.Parameter is null)
            return null;
        var bytes = new byte[given.Parameter.Length];
        return Convert.TryFromBase64String(given.Parameter, bytes, out var size)
            && Encoding.UTF8.GetString(bytes, 0, size).Split(':', 2) is [_, var password]
            ? password
            : null;
    }

    // A number, or nothing: it is kept beside the message.
    private static string? Code(string? code) => code is { Length: <= 8 } && code.All(char.IsAsciiDigit) ? code : null;

    private sealed record ValidationAnswer(string ValidationResponse);
}
