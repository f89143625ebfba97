using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CtVoice.Web;

/// <summary>What a body must be before its endpoint reads it: of the kind that is read there, and a form from one of our pages.</summary>
internal static class Forms
{
    internal static IApplicationBuilder UseForms(this IApplicationBuilder app) => app.Use(next => async context =>
    {
        var body = context.Says<AcceptedBody>()?.Kind ?? BodyKind.None;
        if (WrongContentType(body, context.Request) is { } wanted)
            await Problem.WrongContentType(wanted).ExecuteAsync(context);
        else if (body is BodyKind.Form && context.Says<ForPeople>() is not null && !await IsOursAsync(context))
            await Problem.FormRefused().ExecuteAsync(context);
        else
            await next(context);
    });

    private static string? WrongContentType(BodyKind body, HttpRequest request)
    {
        if (body is not (BodyKind.Json or BodyKind.Form))
            return null;
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        var utf8 = parsed?.Charset is not { Length: > 0 } charset || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return body switch
        {
            BodyKind.Json when !utf8 || !string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase) =>
                "application/json in UTF-8",
            BodyKind.Form when !request.HasFormContentType => "application/x-www-form-urlencoded",
            _ => null,
        };
    }

    // A browser tells where a post comes from; what it does not tell is decided by the token, which needs the cookies.
    private static async Task<bool> IsOursAsync(HttpContext context)
    {
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            return false;
        var origin = context.Request.Headers.Origin.ToString();
        // Our own pages send no referrer, so older browsers post "null" from them.
        if (site is "" && origin is not ("" or "null")
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value))
            return false;
        if (context.Says<Access>()?.Kind != AccessKind.Session)
            return true;
        // What is wrong with the form itself is told as everywhere; it is read once.
        _ = await context.Request.ReadFormAsync(context.RequestAborted);
        return await context.Need<FormTokens>().HoldsAsync(context);
    }
}
