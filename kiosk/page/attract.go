package page

func (b *build) attract() {}
