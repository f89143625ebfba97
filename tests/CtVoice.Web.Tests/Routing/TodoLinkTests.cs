using CtVoice.Core.Todo;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Tests.Routing;

public sealed class TodoLinkTests
{
    [Fact]
    public void Each_thing_to_do_leads_to_something_that_can_be_read()
    {
        var read = WebHost.Mapped(AllRoutes.MapCtVoice).Where(r => r.Method == HttpMethods.Get).Select(r => "/" + r.Template).ToList();

        Assert.All(TodoKinds.All, kind => Assert.Contains(kind.Link, read));
    }
}
