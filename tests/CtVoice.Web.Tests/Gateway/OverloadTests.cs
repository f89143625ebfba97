using System.Net;
using System.Net.Http.Json;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Tests.Gateway;

/// <summary>Who is asked to come again must know that nothing of them was kept.</summary>
public sealed class OverloadTests
{
    private sealed record Note(string Text);

    [Fact]
    public async Task What_is_too_much_is_refused_before_anything_of_it_is_stored_and_the_rest_is_answered()
    {
        using var arrived = new SemaphoreSlim(0);
        var go = new TaskCompletionSource();
        var stored = 0;
        await using var host = await WebHost.StartAsync(
            endpoints => endpoints.MapPost<Note>("/notes", async (_, note) =>
            {
                Interlocked.Increment(ref stored);
                arrived.Release();
                await go.Task;
                return Answer.Json(note);
            }).OpenTo(Access.Public).WithName("writeNote"),
            new WebOptions { AtOnce = 2 });

        Task<HttpResponseMessage>[] taken = [SendAsync(), SendAsync()];
        await arrived.WaitAsync();
        await arrived.WaitAsync();
        using var refused = await SendAsync();
        go.SetResult();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var answered in await Task.WhenAll(taken))
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(2, stored);
        using var later = await SendAsync();
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Single(host.Log.Lines, line => line.Contains("requests at once", StringComparison.Ordinal));

        Task<HttpResponseMessage> SendAsync() => host.Client.PostAsJsonAsync("/notes", new { text = "hello" });
    }

    [Fact]
    public async Task A_storage_that_is_busy_for_a_moment_is_told_with_when_to_come_again()
    {
        await using var host = await WebHost.StartAsync(
            endpoints => endpoints.MapGet("/busy", _ => Task.FromException<IResult>(new TableFaultException("busy", isTransient: true)))
                .OpenTo(Access.Public).WithName("readBusy"));

        using var answer = await host.Client.GetAsync("/busy");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
