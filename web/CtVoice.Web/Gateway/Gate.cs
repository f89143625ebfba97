using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Storage;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace CtVoice.Web;

/// <summary>
/// The one door of both hosts. Neither host's pipeline is relied upon: size, access, rate, anti-forgery, headers and
/// problem details are all done here. Thread-safe.
/// </summary>
public sealed partial class Gate(
    RouteTable table, AccessKeys keys, PlatformPrincipals platform, PageSessions sessions, RateLimiter limiter, GateOptions options, ILogger<Gate> logger)
{
    /// <summary>Finds the row of a request and answers it; unknown paths and wrong methods are refused alike on both hosts.</summary>
    public Task<IResult> DispatchAsync(HttpContext context)
    {
        var (route, allowed) = table.Find(context.Request.Method, context.Request.Path.Value ?? "/");
        if (route is not null)
            return HandleAsync(route, context);
        SecurityHeaders.Apply(context, null);
        IResult answer = allowed switch
        {
            [] => Problem.NotFound(),
            _ when HttpMethods.IsOptions(context.Request.Method) => new Methods(allowed),
            _ => Problem.WrongMethod(allowed),
        };
        return Task.FromResult<IResult>(new Guarded(logger, null, _ => Task.FromResult(answer)));
    }

    /// <summary>
    /// Answers a request by its row. Everything happens when the result is executed, so that a fault while writing is
    /// caught like any other.
    /// </summary>
    public Task<IResult> HandleAsync(Route route, HttpContext context)
    {
        SecurityHeaders.Apply(context, route);
        return Task.FromResult<IResult>(new Guarded(logger, route, c => AnswerAsync(route, c)));
    }

    private async Task<IResult> AnswerAsync(Route route, HttpContext context)
    {
        var request = context.Request;
        if (!route.Template.TryMatch(request.Path.Value ?? "/", out var values))
            return Problem.NotFound();
        context.Features.Set(new RouteMatch(route, values));
        if (HttpMethods.IsOptions(request.Method) && !HttpMethods.IsOptions(route.Method))
            return new Methods(table.Find(request.Method, request.Path.Value ?? "/").Allowed);
        if (!route.Methods.Contains(request.Method, StringComparer.Ordinal))
            return Problem.WrongMethod(route.Methods);
        if (request.ContentLength > route.Limits.MaxBodyBytes && !route.Limits.Cuts)
            return Problem.TooLarge(route.Limits.MaxBodyBytes);
        Bound(context, route.Limits);

        if (await RefuseCallerAsync(route, context) is { } refusal)
            return refusal;
        if (WrongContentType(route, request) is { } wanted)
            return Problem.WrongContentType(wanted);
        if (route is { Surface: Surface.Page, Body: BodyKind.Form } && !await IsOurFormAsync(route, context))
            return Problem.FormRefused();
        return await route.Handler(context);
    }

    private async Task<Problem?> RefuseCallerAsync(Route route, HttpContext context)
    {
        var address = AddressOf(context);
        switch (route.Access.Kind)
        {
            case AccessKind.Key:
                if (limiter.Peek(Rate.Attempts, address) is { } locked)
                    return Problem.TooOften(locked);
                // No key is no guess: only wrong ones count.
                if (KeyOf(context.Request) is not { } key)
                    return await PlatformAsync(route, context);
                if (await keys.FindAsync(key, context.RequestAborted) is not { } holder)
                {
                    limiter.Take(Rate.Attempts, address);
                    return Problem.NoAccess();
                }
                return Admit(route, context, holder);
            case AccessKind.Session:
                return await sessions.FindAsync(context) is { } person && await StillAsync(context, person)
                    ? Admit(route, context, person)
                    : Problem.SignInFirst();
            default:
                return TooOften(route, address);
        }
    }

    // Whom the platform signed in and no row maps is known, and may do nothing.
    private async Task<Problem?> PlatformAsync(Route route, HttpContext context)
    {
        if (!platform.Signed(context.Request))
            return Problem.NoAccess();
        return await platform.FindAsync(context.Request, context.RequestAborted) is { } person ? Admit(route, context, person) : Problem.NotYours();
    }

    /// <summary>True while whoever opened the session could open it again: their key works, or the platform still maps them alike.</summary>
    private async Task<bool> StillAsync(HttpContext context, Principal person) =>
        await platform.FindAsync(context.Request, context.RequestAborted) == person || await keys.WorksAsync(person.KeyId, context.RequestAborted);

    private Problem? Admit(Route route, HttpContext context, Principal principal)
    {
        if (TooOften(route, principal.KeyId) is { } tooOften)
            return tooOften;
        if (!route.Access.Roles.Contains(principal.Role))
            return Problem.NotYours();
        context.Features.Set(principal);
        return null;
    }

    private Problem? TooOften(Route route, string caller) =>
        limiter.Take(route.Limits.Rate, caller) is { } wait ? Problem.TooOften(wait) : null;

    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"] is [{ Length: > 0 } plain])
            return plain;
        return request.Headers.Authorization is [{ } bearer] && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? bearer["Bearer ".Length..].Trim()
            : null;
    }

    // The whole body may come in pieces without a Content-Length, so it is counted while it is read.
    private static void Bound(HttpContext context, Limits limits)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        context.Request.Body = new BoundedBody(context.Request.Body, limits.MaxBodyBytes, limits.Cuts);
    }

    private static string? WrongContentType(Route route, HttpRequest request)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        var utf8 = parsed?.Charset is not { Length: > 0 } charset || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return route.Body switch
        {
            BodyKind.Json when !utf8 || !string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase) =>
                "application/json in UTF-8",
            BodyKind.Form when !request.HasFormContentType => "application/x-www-form-urlencoded",
            _ => null,
        };
    }

    // A browser tells where a post comes from; what it does not tell is decided by the token, which needs the cookie.
    private static async Task<bool> IsOurFormAsync(Route route, HttpContext context)
    {
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            return false;
        var origin = context.Request.Headers.Origin.ToString();
        // Our own pages send no referrer, so older browsers post "null" from them.
        if (site is "" && origin is not ("" or "null")
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value))
            return false;
        if (route.Access.Kind != AccessKind.Session)
            return true;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return PageSessions.FormToken(context) is { } expected
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(form[PageSessions.FormTokenField].ToString()), Encoding.UTF8.GetBytes(expected));
    }

    // An IPv6 caller owns a /64, so the whole of it is one caller.
    private string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (options.TrustedProxies > 0)
        {
            var hops = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
            if (hops.Length >= options.TrustedProxies && IPEndPoint.TryParse(hops[^options.TrustedProxies], out var hop))
                address = hop.Address;
        }
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "local";
    }

    private static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    // The message of an exception may quote what somebody wrote; its type and its place cannot.
    [LoggerMessage(1, LogLevel.Error, "{Operation} failed with {Exception}, trace {TraceId}, at {Place}")]
    private static partial void LogFault(ILogger logger, string operation, string exception, string traceId, string? place);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} found the storage busy, trace {TraceId}")]
    private static partial void LogBusy(ILogger logger, string operation, string traceId);

    /// <summary>Answers and writes, and turns whatever goes wrong on the way into a refusal.</summary>
    private sealed class Guarded(ILogger logger, Route? route, Func<HttpContext, Task<IResult>> answer) : IResult
    {
        private string Operation => route?.Docs.OperationId ?? "unknownPath";

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            // HEAD answers with the headers of GET and no body, whatever the server below does about it.
            if (HttpMethods.IsHead(httpContext.Request.Method))
                httpContext.Response.Body = Stream.Null;
            if (await TryAsync(httpContext) is { } problem)
            {
                if (httpContext.Response.HasStarted)
                    httpContext.Abort();
                else
                    await problem.ExecuteAsync(httpContext);
            }
        }

        private async Task<Problem?> TryAsync(HttpContext context)
        {
            try
            {
                await (await answer(context)).ExecuteAsync(context);
                return null;
            }
            catch (Exception) when (context.RequestAborted.IsCancellationRequested)
            {
                // The caller is gone: nobody to answer, nothing to report.
                return null;
            }
            catch (BodyTooLargeException)
            {
                return Problem.TooLarge(route!.Limits.MaxBodyBytes);
            }
            catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
            {
                return Problem.Faults("", "The body cannot be read.");
            }
            catch (TableFaultException e) when (e.IsTransient)
            {
                LogBusy(logger, Operation, TraceIdOf(context));
                return Problem.Busy(TraceIdOf(context));
            }
            catch (Exception e)
            {
                LogFault(logger, Operation, e.GetType().FullName!, TraceIdOf(context), e.StackTrace);
                return Problem.Fault(TraceIdOf(context));
            }
        }
    }

    private sealed class Methods(IReadOnlyList<string> allowed) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            httpContext.Response.Headers.Allow =
                string.Join(", ", allowed.Append(HttpMethods.Options).Distinct(StringComparer.Ordinal));
            return Task.CompletedTask;
        }
    }
}
