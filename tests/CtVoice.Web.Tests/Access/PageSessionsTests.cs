using CtVoice.Testing;
using CtVoice.Testing.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Web.Tests;

public sealed class PageSessionsTests
{
    [Fact]
    public async Task A_session_made_on_one_instance_works_on_another()
    {
        var (rows, time) = (new MemoryTable(), new FakeTimeProvider(TestTime.Monday));
        var (here, there) = (new PageSessions(rows, time), new PageSessions(rows, time));
        var person = new Principal(Role.Coordinator, null, "k-1");
        var signingIn = new DefaultHttpContext();
        await here.SignInAsync(signingIn, person);
        var cookie = signingIn.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.Equal(person, await there.FindAsync(Request(cookie)));
    }

    [Fact]
    public async Task A_session_that_ended_on_one_instance_has_ended_on_another()
    {
        var (rows, time) = (new MemoryTable(), new FakeTimeProvider(TestTime.Monday));
        var (here, there) = (new PageSessions(rows, time), new PageSessions(rows, time));
        var signingIn = new DefaultHttpContext();
        await here.SignInAsync(signingIn, new(Role.Coordinator, null, "k-1"));
        var cookie = signingIn.Response.Headers.SetCookie.ToString().Split(';')[0];

        await here.SignOutAsync(Request(cookie));

        Assert.Null(await there.FindAsync(Request(cookie)));
    }

    private static DefaultHttpContext Request(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return context;
    }
}
