using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web.Trial;

/// <summary>
/// While people are played on a trial copy (the first filling, a step of the tour), everybody else waits: a browser sees a page that
/// says so and asks again, a program gets its answer a little later. One performance at a time. Thread-safe.
/// </summary>
public sealed partial class Curtain(ILogger<Curtain> logger)
{
    private readonly Lock changing = new();
    private volatile Performance? playing;

    /// <summary>What is being played; null when nothing is.</summary>
    public Performance? Playing => playing;

    /// <summary>Plays something; what is asked for meanwhile is not begun, and gets the performance that is on.</summary>
    /// <param name="title">What is played, as a heading.</param>
    /// <param name="about">What it is, and how long it takes.</param>
    /// <param name="play">Plays it, telling what happens now.</param>
    /// <param name="patience">How long a browser is let wait before it sees the page that says so.</param>
    public Performance Raise(string title, string about, Func<Performance, Task> play, TimeSpan patience)
    {
        lock (changing)
        {
            if (playing is { } on)
                return on;
            var next = new Performance(title, about, patience);
            playing = next;
            next.Ended = EndAsync(next, play);
            return next;
        }
    }

    private async Task EndAsync(Performance performance, Func<Performance, Task> play)
    {
        // Whoever raises it does not wait for it.
        await Task.Yield();
        try
        {
            await play(performance);
        }
        catch (Exception broken)
        {
            // Nobody may be waiting for it any more.
            LogBroken(logger, performance.Title, performance.Now, broken);
            throw;
        }
        finally
        {
            playing = null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "\"{Title}\" broke off at: {Now}")]
    private static partial void LogBroken(ILogger logger, string title, string now, Exception broken);
}

/// <summary>Something that is played.</summary>
/// <param name="Title">What, as a heading.</param>
/// <param name="About">What it is, and how long it takes.</param>
/// <param name="Patience">How long a browser is let wait before it sees the page that says so.</param>
public sealed record Performance(string Title, string About, TimeSpan Patience)
{
    private volatile string now = "it begins";

    /// <summary>What happens now, in a few words.</summary>
    public string Now
    {
        get => now;
        set => now = value;
    }

    /// <summary>Completes when it was played; fails with why it was not.</summary>
    public Task Ended { get; internal set; } = Task.CompletedTask;
}

/// <summary>Where the pipeline waits for the curtain.</summary>
internal static class WaitingForCurtain
{
    internal static IApplicationBuilder UseCurtain(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<Curtain>() is { } curtain ? app.Use(next => context => WaitAsync(context, curtain, next)) : app;

    private static async Task WaitAsync(HttpContext context, Curtain curtain, RequestDelegate next)
    {
        // Who is played comes over no network; whether the host lives, and how a page looks, does not depend on what is on.
        if (curtain.Playing is not { } performance || context.Connection.RemoteIpAddress is null
            || context.OperationName() is "health" or "stylesheet" or "icon")
        {
            await next(context);
            return;
        }
        var looks = context.Says<ForPeople>() is not null && HttpMethods.IsGet(context.Request.Method);
        var ended = Ended(performance);
        if (looks && await Task.WhenAny(ended, Task.Delay(performance.Patience, context.RequestAborted)) != ended)
        {
            context.Response.Headers["Refresh"] = "1";
            context.Response.Headers.RetryAfter = "1";
            await Page.Of<BeingPlayed>(performance.Title, performance, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            return;
        }
        await ended.WaitAsync(context.RequestAborted);
        await next(context);
    }

    // Whoever only waits is not told why it failed: whoever played it is.
    private static async Task Ended(Performance performance) => await Task.WhenAny(performance.Ended);
}
