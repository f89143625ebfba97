using CtVoice.Core.Conversations.Providers;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Tests.Conversations.Providers;

public sealed class MessageIdTests
{
    [Fact]
    public void The_nearest_mail_comes_first_and_whatever_is_no_id_is_left_out()
    {
        var mail = Mail(
            new("References", "<first@a.example>\t<second@a.example>,third@a.example (a note)"),
            new("in-reply-to", "\"Ana\" wrote <fourth@a.example>"), new("In-Reply-To", "<> nobody"));
        Assert.Equal(["fourth@a.example", "third@a.example", "second@a.example", "first@a.example"], MessageId.Answered(mail));
    }

    [Fact]
    public void Of_endless_references_the_last_ones_are_read()
    {
        var endless = Mail(new MimeHeader("References", string.Concat(Enumerable.Range(1, 100_000).Select(n => $"<{n}@a.example> "))));
        var read = MessageId.Answered(endless).ToList();
        Assert.Equal("100000@a.example", read[0]);
        Assert.InRange(read.Count, 100, 1000);
        Assert.DoesNotContain(MessageId.Answered(Mail(new MimeHeader("In-Reply-To", new string('@', 1_000_000)))), id => id.Length > 0);
    }

    private static MimeMail Mail(params MimeHeader[] headers) =>
        new(new(headers), "2", null, "text/plain", null, null, null, null, [], Cut: false);
}
