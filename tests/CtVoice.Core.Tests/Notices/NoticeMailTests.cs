using CtVoice.Core.Accountability;
using CtVoice.Core.Notices;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Notices;

public sealed class NoticeMailTests
{
    [Theory]
    [InlineData("r-1", true)]
    [InlineData("p-1", false)]
    public void That_the_chair_was_told_of_late_texts_is_said_where_the_chair_was_told(string id, bool told)
    {
        var late = Staged.Preparing() with { Id = id, TextDelay = new(null, Staged.Now) };

        var mail = NoticeMail.Of(null, [(late, new("n", id, NoticeKinds.Of(NoticeKinds.TextsLate), Staged.Now))], path => path,
            Staged.Workdays)!;

        Assert.Contains("The public register says that it is late", mail.Text, StringComparison.Ordinal);
        Assert.Equal(told, mail.Text.Contains("chair of the Executive Board was told", StringComparison.Ordinal));
    }
}
