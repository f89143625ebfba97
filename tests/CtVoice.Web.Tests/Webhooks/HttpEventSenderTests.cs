using System.Net;
using CtVoice.Core.Subscriptions;
using CtVoice.Web.Webhooks;

namespace CtVoice.Web.Tests.Webhooks;

public sealed class HttpEventSenderTests
{
    [Theory]
    [InlineData("https://localhost:9/x")]
    [InlineData("https://127.0.0.1:9/x")]
    [InlineData("https://[::1]:9/x")]
    [InlineData("https://[::ffff:10.0.0.1]:9/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public async Task No_name_and_no_number_leads_inside(string url)
    {
        using var sender = new HttpEventSender();

        Assert.Equal(new(EventAnswerKind.Refused, "no public address"), await sender.SendAsync(new(new(url), "e-1", 1, "v1,x", "{}")));
    }

    /// <summary>Else whoever may subscribe could try out which names there are inside.</summary>
    [Fact]
    public async Task A_name_that_leads_inside_and_one_that_leads_nowhere_are_told_alike()
    {
        using var sender = new HttpEventSender();

        var (inside, nowhere) = (await AskAsync("https://localhost/x"), await AskAsync("https://there-is-no-such-name.invalid/x"));

        Assert.Equal(inside, nowhere);

        Task<EventAnswer> AskAsync(string url) => sender.SendAsync(new(new(url), "e-1", 1, "v1,x", "{}"));
    }

    [Fact]
    public async Task Nothing_leaves_in_the_clear()
    {
        using var sender = new HttpEventSender();

        Assert.Equal(new(EventAnswerKind.Refused, "not https"),
            await sender.SendAsync(new(new("http://example.org/x"), "e-1", 1, "v1,x", "{}")));
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    public void Only_addresses_of_the_open_internet_are_public(string address, bool expected) =>
        Assert.Equal(expected, PublicAddress.Is(IPAddress.Parse(address)));
}
