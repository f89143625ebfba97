using System.Text.RegularExpressions;
using CtVoice.Core.Todo;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Tests.Routing;

public sealed partial class TodoLinkTests
{
    [Fact]
    public void Each_thing_to_do_leads_to_something_that_can_be_read()
    {
        var read = WebHost.Mapped(AllRoutes.MapCtVoice).Where(r => r.Method == HttpMethods.Get)
            .Select(r => "/" + Value().Replace(r.Template, "{id}")).ToList();

        Assert.All(TodoKinds.All, kind => Assert.Contains(kind.Link, read));
    }

    // An operation calls the value of its path as it likes; to a thing to do it is the id of what it is about.
    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Value();
}
