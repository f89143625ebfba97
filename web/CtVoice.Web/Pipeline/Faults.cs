using System.Diagnostics;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web;

/// <summary>Turns whatever goes wrong on the way into a refusal.</summary>
internal static partial class Faults
{
    internal static IApplicationBuilder UseFaults(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("CtVoice.Web.Faults");
        return app
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = context => AnswerAsync(context, logger),
                // The standard line quotes the message of the exception, which may quote what somebody wrote.
                SuppressDiagnosticsCallback = _ => true,
                AllowStatusCode404Response = true,
            })
            .Use(next => context => BreakOffAsync(context, next, logger));
    }

    private static async Task AnswerAsync(HttpContext context, ILogger logger)
    {
        var failed = context.Features.Get<IExceptionHandlerFeature>()!;
        // The caller is gone: nobody to answer, nothing to report.
        if (context.RequestAborted.IsCancellationRequested)
            return;
        // The handler begins with an empty answer for no endpoint.
        context.SetEndpoint(failed.Endpoint);
        SecurityHeaders.Apply(context);
        await Refusal(context, failed, logger).ExecuteAsync(context);
    }

    private static Problem Refusal(HttpContext context, IExceptionHandlerFeature failed, ILogger logger)
    {
        var (trace, fault) = (TraceIdOf(context), failed.Error);
        switch (fault)
        {
            case BodyTooLargeException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.TooLarge((context.Says<BodyLimit>() ?? BodyLimit.Ordinary).Bytes);
            case ForeignContinuationException:
                return Problem.Faults("", "A continuation is what the page before said of its list; this one is none.");
            case UnfitKeyException unfit when AskedFor(context, failed.RouteValues).Any(unfit.IsFor):
                return Problem.NotFound();
            case BadHttpRequestException or InvalidDataException:
                return Problem.Faults("", "The body cannot be read.");
            case TableFaultException { IsTransient: true }:
                LogBusy(logger, context.OperationName(), trace);
                return Problem.Busy(trace);
            default:
                LogFault(logger, context.OperationName(), fault.GetType().FullName!, trace, fault.StackTrace);
                return Problem.Fault(trace);
        }
    }

    /// <summary>What the caller named: values of the path, of the query and of a form that was read.</summary>
    private static IEnumerable<string> AskedFor(HttpContext context, RouteValueDictionary? path) =>
        (path?.Values.OfType<string>() ?? []).Concat(context.Request.Query.SelectMany(q => q.Value.OfType<string>()))
            .Concat(context.Features.Get<IFormFeature>()?.Form?.SelectMany(f => f.Value.OfType<string>()) ?? [])
            .SelectMany(said => new[] { said, said.Trim() });

    /// <summary>An answer that has begun cannot become a refusal: it must not end as if it were whole.</summary>
    private static async Task BreakOffAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(logger, context.OperationName(), fault.GetType().FullName!, TraceIdOf(context), fault.StackTrace);
            context.Abort();
            // Whoever logs this one says nothing that a person wrote.
            throw new BrokenOffException();
        }
    }

    private static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    // The message of an exception may quote what somebody wrote; its type and its place cannot.
    [LoggerMessage(1, LogLevel.Error, "{Operation} failed with {Exception}, trace {TraceId}, at {Place}")]
    private static partial void LogFault(ILogger logger, string operation, string exception, string traceId, string? place);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} found the storage busy, trace {TraceId}")]
    private static partial void LogBusy(ILogger logger, string operation, string traceId);
}

/// <summary>An answer failed after it had begun; the log says how.</summary>
public sealed class BrokenOffException() : Exception("The answer broke off; its connection is aborted.");
