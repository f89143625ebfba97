using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Tests.Conversations.Sending;

/// <summary>What people type, such as the title of a project, stands in subjects: it must not become a header of its own.</summary>
public sealed class OutgoingEmailTests
{
    [Theory]
    [InlineData("Food help\r\nBcc: everybody@example.org", "Food help Bcc: everybody@example.org")]
    [InlineData("Food help\nX-CtVoice-Message: 1\n\nAnother body", "Food help X-CtVoice-Message: 1 Another body")]
    [InlineData("Food\thelp\u0000\u0085now\u2028or\u2029never\r", "Food help now or never")]
    [InlineData("Ayuda para niños: ¿qué  opina?", "Ayuda para niños: ¿qué  opina?")]
    public void A_line_break_in_a_subject_is_no_header(string subject, string sent)
    {
        var mail = new OutgoingEmail("r-1/m-1/invitation/1", Guid.Empty, "a@example.org", subject, "Words\nin lines.");
        Assert.Equal(sent, mail.Subject);
        Assert.Equal(sent, (mail with { Subject = subject }).Subject);
        Assert.Equal("Words\nin lines.", mail.Text);
    }
}
