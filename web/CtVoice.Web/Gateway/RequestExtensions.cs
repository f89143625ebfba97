using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>What a handler asks of its request.</summary>
public static class RequestExtensions
{
    /// <summary>Who calls; throws on a route that does not ask.</summary>
    public static Principal Principal(this HttpContext context) =>
        context.PrincipalOrNull() ?? throw new InvalidOperationException("This route does not ask who calls.");

    /// <summary>Who calls, where it is known.</summary>
    public static Principal? PrincipalOrNull(this HttpContext context) => (context.User.Identity as CallerIdentity)?.Principal;

    /// <summary>A value of the path; throws when the template has no such name.</summary>
    public static string RouteText(this HttpContext context, string name) =>
        context.RouteTextOrNull(name) ?? throw new InvalidOperationException($"The route has no value '{name}'.");

    /// <summary>A value of the path, where the template has it.</summary>
    public static string? RouteTextOrNull(this HttpContext context, string name) => context.Request.RouteValues[name] as string;

    /// <summary>A value of the query; null when it is absent or empty.</summary>
    public static string? QueryText(this HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>The version in <c>If-Match</c>, without quotes; null when absent.</summary>
    public static string? IfMatch(this HttpContext context) =>
        context.Request.Headers.IfMatch is [{ Length: > 0 } value, ..] ? value.Trim().Trim('"') : null;

    /// <summary>A service that the host registered.</summary>
    public static T Need<T>(this HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    /// <summary>The instant, by the clock of the host.</summary>
    public static DateTimeOffset Now(this HttpContext context) => context.Need<TimeProvider>().GetUtcNow();

    /// <summary>The day in Connecticut.</summary>
    public static DateOnly Today(this HttpContext context) => LocalTime.DateIn(BusinessCalendar.Zone, context.Now());

    /// <summary>Reads the body strictly; see <see cref="StrictJson"/>. An endpoint with a body type need not call it.</summary>
    public static async Task<Read<T>> ReadJsonAsync<T>(this HttpContext context)
        where T : notnull => StrictJson.Read<T>(await context.ReadBytesAsync());

    /// <summary>Reads the whole body, up to the route's limit; for signatures.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(this HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
