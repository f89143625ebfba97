namespace CtVoice.Language.Tests;

/// <summary>The notation of forms: what each sign stands for, and that what cannot be read is said with file and form.</summary>
public sealed class PhraseFormsTests
{
    [Theory]
    [InlineData("call me", "call me", true)]
    [InlineData("call me", "call me later", false)]
    [InlineData("call me", "please call me", false)]
    [InlineData("(call|phone) me", "phone me", true)]
    [InlineData("(call|phone) me", "me", false)]
    [InlineData("call me [back|again]", "call me", true)]
    [InlineData("call me [back|again]", "call me again", true)]
    [InlineData("call me [back|again]", "call me back again", false)]
    [InlineData("{so|very} sorry", "so very so sorry", true)]
    [InlineData("{so|very} sorry", "sorry", true)]
    [InlineData("in * days", "in three days", true)]
    [InlineData("in * days", "in days", false)]
    [InlineData("at #", "at 10", true)]
    [InlineData("at #", "at ten", false)]
    [InlineData("llam* a mi casa", "llamen a mi casa", true)]
    [InlineData("llam* a mi casa", "me llaman a mi casa", false)]
    [InlineData("*s phone", "rosas phone", true)]
    [InlineData("*s phone", "her phone", false)]
    [InlineData("wrong ##", "wrong #", true)]
    [InlineData("... not ...", "do not call", true)]
    [InlineData("... not ...", "nothing", false)]
    [InlineData("why ...5", "why me", true)]
    [InlineData("why ...5", "why do you ask", false)]
    [InlineData("no puedo (ir|llegar a [la|mi] (cita|corte))", "no puedo llegar a mi corte", true)]
    [InlineData("no puedo (ir|llegar a [la|mi] (cita|corte))", "no puedo llegar", false)]
    [InlineData("{<lead>} stop", "hi please stop", true)]
    [InlineData("{<lead>} stop", "you stop", false)]
    [InlineData("in *0-2 days", "in days", true)]
    [InlineData("in *0-2 days", "in two long days", true)]
    [InlineData("in *1-2 days", "in days", false)]
    [InlineData("in *1-2 days", "in two more long days", false)]
    [InlineData("option <digit>", "option 7", true)]
    [InlineData("option <digit>", "option 17", false)]
    [InlineData("(question~|q~) <digit>", "q2", true)]
    [InlineData("(question~|q~) <digit>", "question 2", true)]
    [InlineData("(question~|q~) <digit>", "q", false)]
    [InlineData("if they **n", "if they listen", true)]
    [InlineData("if they **n", "if they an", false)]
    [InlineData("for <option and mark> <option>", "for 2_3", true)]
    [InlineData("for <option and mark> <option>", "for 2 3", false)]
    [InlineData("bus # <lettered>", "bus 7 never", true)]
    [InlineData("bus # <lettered>", "bus 7 8", false)]
    public void A_form_is_found_where_it_is_the_whole_text(string form, string text, bool found) =>
        Assert.Equal(found, PhraseForms.Read($"review: draft\n== form (en)\n{form}\n== lead (any)\nhi; please\n", "x.txt").Whole("form")
            .IsMatch(text));

    [Theory]
    [InlineData("call me", "please call me now", true, true)]
    [InlineData("call me", "recall me", false, false)]
    [InlineData("call me", "call me@work", false, true)]
    [InlineData("^ call me", "please call me", false, false)]
    [InlineData("call me $", "call me now", false, false)]
    [InlineData("call me $", "please call me", true, true)]
    [InlineData("guest list ... link", "guest list with a link", true, true)]
    [InlineData("guest list ... link", "guest list with a hotlink", true, false)]
    [InlineData("(.|,) reply stop", "hi . reply stop", true, true)]
    public void A_form_is_found_within_a_text_of_words_and_among_marks(string form, string text, bool within, bool among)
    {
        var forms = PhraseForms.Read($"review: draft\n== form (en)\n{form}\n", "x.txt");

        Assert.Equal((within, among), (forms.Within("form").IsMatch(text), forms.Among("form").IsMatch(text)));
    }

    [Fact]
    public void A_named_word_is_told_and_what_takes_all_that_follows_is_tried_last()
    {
        var named = PhraseForms.Read("review: draft\n== form (en)\nthis is who=* now\n", "x.txt").Within("form")
            .Find("oh this is rosa now");
        var begins = PhraseForms.Read("review: draft\n== form (en)\nno ...\nno more\n", "x.txt").Begin("form");

        Assert.Equal("rosa", named!["who"].Trim());
        Assert.Equal("no more ".Length, begins.Prefix("no more letters"));
    }

    [Fact]
    public void A_long_form_goes_on_in_the_next_line()
    {
        var forms = PhraseForms.Read("review: draft\n== form (en)\ncall (me|\n  us)\n  back\nnext\n", "x.txt").Whole("form");

        Assert.True(forms.IsMatch("call us back"));
        Assert.True(forms.IsMatch("next"));
        Assert.False(forms.IsMatch("call us"));
    }

    [Theory]
    [InlineData("call (me|us", "cannot be read at 12")]
    [InlineData("call me)", "cannot be read at 8")]
    [InlineData("call []", "cannot be read at 8")]
    [InlineData("<nobody> calls", "cannot be read at 9")]
    [InlineData("call-me", "cannot be read at 8")]
    [InlineData("why ...x", "cannot be read at 9")]
    [InlineData("<form>", "<form> leads to itself")]
    public void A_form_that_cannot_be_read_is_told_with_its_file(string form, string told)
    {
        var fault = Assert.Throws<FormatException>(() => PhraseForms.Read($"review: draft\n== form (en)\n{form}\n", "x.txt").Whole("form"));

        Assert.StartsWith("x.txt: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }
}
